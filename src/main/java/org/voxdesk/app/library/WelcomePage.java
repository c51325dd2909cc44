package org.voxdesk.app.library;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;

/// What is there while nothing is open: ways to open something, and what was opened before.
public final class WelcomePage extends StackPane {
  private static final int RECENT = 6;

  /// How long the invitation stays while files are read: most folders are there before.
  private static final Duration PATIENCE = Duration.millis(400);

  private static final List<Command> OPENINGS =
      List.of(Command.OPEN_FOLDER, Command.OPEN_FILES, Command.OPEN_SAMPLE);

  private final LibraryViewModel model;
  private final Services services;
  private final VBox recent = new VBox();
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  /// A page that hides itself while something is open.
  public WelcomePage(LibraryViewModel model) {
    this.model = model;
    this.services = model.services();
    getStyleClass().add("welcome");
    VBox invitation =
        new VBox(
            line("welcome.title", "welcome-title"),
            line("welcome.subtitle", "welcome-subtitle"),
            buttons(),
            line("welcome.drop", "welcome-hint"),
            recent);
    invitation.getStyleClass().add("welcome-page");
    invitation.setAlignment(Pos.CENTER);
    recent.getStyleClass().add("welcome-recent");
    getChildren().add(invitation);
    patience.setOnFinished(
        event -> {
          if (isVisible()) {
            getChildren().setAll(reading());
          }
        });
    model
        .session()
        .openingProperty()
        .addListener(
            (property, was, opening) -> {
              if (opening) {
                patience.playFromStart();
              } else {
                patience.stop();
                getChildren().setAll(invitation);
              }
            });
    visibleProperty().bind(model.session().libraryProperty().map(l -> l.patients().isEmpty()));
    visibleProperty().subscribe(visible -> fill());
    services.preferences().recentProperty().addListener((property, was, is) -> fill());
  }

  /// Gives the keys to the first way to open something.
  public void focusFirst() {
    Node first = lookup("#welcome-" + OPENINGS.getFirst().name());
    if (first != null) {
      first.requestFocus();
    }
  }

  private Label line(String key, String style) {
    Label label = new Label(services.text(key));
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }

  private FlowPane buttons() {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("welcome-buttons");
    buttons.setAlignment(Pos.CENTER);
    for (Command command : OPENINGS) {
      Button button = new Button(services.text(command.nameKey()), new FontIcon(command.icon()));
      button.setId("welcome-" + command.name());
      if (command == Command.OPEN_FOLDER) {
        button.getStyleClass().add("accent");
      }
      button.setOnAction(event -> services.commands().run(command));
      buttons.getChildren().add(button);
    }
    return buttons;
  }

  private Node reading() {
    VBox box = new VBox(new ProgressIndicator(), line("welcome.reading", "welcome-hint"));
    box.getStyleClass().add("welcome-page");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void fill() {
    if (!isVisible()) {
      return;
    }
    List<Path> paths = services.preferences().recent().stream().limit(RECENT).toList();
    recent.getChildren().clear();
    if (!paths.isEmpty()) {
      recent.getChildren().add(line("welcome.recent", "welcome-hint"));
    }
    paths.forEach(path -> recent.getChildren().add(link(path)));
  }

  /// A link that is clicked twice opens once.
  private void open(Path path) {
    if (!model.session().openingProperty().get()) {
      model.open(List.of(path));
    }
  }

  private Hyperlink link(Path path) {
    Hyperlink link = new Hyperlink(path.toString());
    link.setMnemonicParsing(false);
    link.setTooltip(new Tooltip(path.toString()));
    link.setOnAction(event -> open(path));
    return link;
  }
}
