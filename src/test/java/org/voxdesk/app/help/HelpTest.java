package org.voxdesk.app.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.FxDialogs;
import org.voxdesk.app.prefs.Preferences;

@ExtendWith(ApplicationExtension.class)
final class HelpTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private Services services;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    stage.setScene(new Scene(new StackPane(), 960, 640));
    Snapshots.dress(stage.getScene());
    stage.show();
  }

  @BeforeEach
  void bind() throws IOException {
    services = TestServices.synchronous(folder, dialogs);
    Path logs = Files.createDirectory(folder.resolve("log"));
    Files.writeString(logs.resolve("voxdesk-0.0.log"), "A line of the log\n");
    HelpCommands.bind(services, logs);
  }

  @Test
  void theGuideHasEveryPageAndPictureOfTheProject(FxRobot robot) throws IOException {
    run(robot, Command.GUIDE);
    try (Stream<Path> files = Files.list(Path.of("assets/guide"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".md") && !name.contains("_"))
          .containsExactlyInAnyOrderElementsOf(
              GuidePage.TOPICS.stream().map(topic -> topic + ".md").toList());
    }
    ListView<String> topics = robot.lookup("#guide-topics").queryListView();
    for (String topic : GuidePage.TOPICS) {
      robot.interact(() -> topics.getSelectionModel().select(topic));
      robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "guide-" + topic));
      ScrollPane page = robot.lookup("#guide-page").queryAs(ScrollPane.class);
      assertThat(((MarkdownView) page.getContent()).getChildren()).hasSizeGreaterThan(4);
    }
  }

  @Test
  void theGuideIsReadWithoutMovingSidewaysAtItsOwnSize(FxRobot robot) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      GuidePage guide = new GuidePage(Messages.of(locale));
      Platform.runLater(
          () ->
              new FxDialogs(
                      () -> stage,
                      services.messages(),
                      Preferences.empty(folder.resolve("preferences.properties")))
                  .show("Guide", () -> guide));
      waitForFxEvents();
      ScrollPane page = robot.lookup("#guide-page").queryAs(ScrollPane.class);
      ListView<String> topics = robot.lookup("#guide-topics").queryListView();
      assertThat(topics.getWidth()).isLessThan(guide.getWidth() / 4);
      for (String topic : GuidePage.TOPICS) {
        robot.interact(() -> topics.getSelectionModel().select(topic));
        waitForFxEvents();
        robot.interact(() -> Snapshots.save(guide, "guide-" + locale + topic));
        double room = page.getViewportBounds().getWidth();
        assertThat(((MarkdownView) page.getContent()).getWidth()).isLessThanOrEqualTo(room);
        assertThat(page.lookupAll(".guide > *, .guide .cell, .guide .title"))
            .allSatisfy(
                node ->
                    assertThat(
                            page.getContent()
                                .sceneToLocal(node.localToScene(node.getLayoutBounds()))
                                .getMaxX())
                        .isLessThanOrEqualTo(room));
      }
      robot.type(KeyCode.ESCAPE);
      waitForFxEvents();
    }
  }

  @Test
  void theGuideIsInTheLanguageOfTheWindow(FxRobot robot) {
    robot.interact(
        () -> stage.getScene().setRoot(new GuidePage(Messages.of(Locale.SIMPLIFIED_CHINESE))));
    waitForFxEvents();
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "guide-zh"));
    ScrollPane page = robot.lookup("#guide-page").queryAs(ScrollPane.class);
    Label title = (Label) ((MarkdownView) page.getContent()).getChildren().getFirst();
    assertThat(title.getText()).matches("\\p{IsHan}+");
  }

  @Test
  void aboutTellsVersionsAndWhereTheLogIs(FxRobot robot) {
    run(robot, Command.ABOUT);
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "about"));
    List<String> values =
        robot.lookup(".text-field").queryAllAs(TextInputControl.class).stream()
            .map(TextInputControl::getText)
            .toList();
    assertThat(values)
        .anyMatch(value -> value.startsWith(System.getProperty("java.runtime.version")))
        .contains(System.getProperty("javafx.runtime.version"), folder.resolve("log").toString());
    assertThat(FileManager.command("Windows 11", folder)).first().isEqualTo("explorer");
  }

  @Test
  void everyLibraryHasItsLicenceInFull(FxRobot robot) {
    run(robot, Command.LICENCES);
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "licences"));
    List<Licence> all = Licence.all();
    assertThat(all)
        .extracting(Licence::name)
        .anyMatch(name -> name.startsWith("javafx-graphics"))
        .anyMatch(name -> name.startsWith("snakeyaml"))
        .anyMatch(name -> name.startsWith("Java "));
    assertThat(all).allSatisfy(licence -> assertThat(licence.text()).hasSizeGreaterThan(500));
    assertThat(text(all, "javafx-base")).contains("\"CLASSPATH\" EXCEPTION TO THE GPL");
    assertThat(text(all, "jai-imageio-jpeg2000")).contains("JJ2000");
    assertThat(text(all, "controlsfx")).contains("Copyright (c) 2013, ControlsFX", "Oxygen");
  }

  @Test
  void theReportHoldsVersionsSettingsAndLogButNothingTheUserOpened(FxRobot robot)
      throws IOException {
    services.preferences().addRecent(List.of(Path.of("/scans/DOE^JANE")));
    services.preferences().set("export.folder", "/scans/DOE^JANE");
    services.preferences().set("save.pattern", "DOE^JANE/{InstanceNumber}");
    services.preferences().set("viewer.presets.CT", "DOE^JANE 40 80");
    services.preferences().set("viewer.layout", "FOUR");
    run(robot, Command.REPORT_PROBLEM);
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "problem"));
    TextArea report = robot.lookup("#problem-report").queryAs(TextArea.class);
    assertThat(report.getText())
        .contains("Voxdesk: ", "JavaFX: ", "viewer.layout: FOUR", "A line of the log")
        .doesNotContain("DOE");
    Path target = folder.resolve("report.txt");
    dialogs.target = Optional.of(target);
    robot.interact(() -> report.appendText("What I did: clicked."));
    robot.clickOn("#problem-save");
    assertThat(target).content().contains("A line of the log").endsWith("What I did: clicked.");
  }

  private static String text(List<Licence> all, String name) {
    return all.stream()
        .filter(licence -> licence.name().startsWith(name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private void run(FxRobot robot, Command command) {
    robot.interact(
        () -> {
          services.commands().run(command);
          stage.getScene().setRoot((Parent) dialogs.pages.getLast().get());
        });
    waitForFxEvents();
  }
}
