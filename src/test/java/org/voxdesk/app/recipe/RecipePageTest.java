package org.voxdesk.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.dicom.Tag;
import org.voxdesk.edit.recipe.Recipe;

@ExtendWith(ApplicationExtension.class)
final class RecipePageTest {
  @TempDir static Path folder;

  private AppModel app;
  private Stage stage;

  @Start
  void start(Stage stage) throws Exception {
    this.stage = stage;
    app = new AppModel(TestServices.synchronous(folder));
    app.session().open(SmallSeries.write(folder.resolve("images")));
    Recipe recipe =
        Recipe.parse(
            """
            voxdesk: 1
            name: Tidy up
            steps:
              - set: { StudyID: "7", PatientID: P1 }
              - when: { Modality: [CT, PT] }
                delete: [ private, StudyDescription ]
            """,
            "r");
    var model = new RecipeViewModel(app, recipe);
    Scene scene =
        new Scene(
            new RecipePage(
                model,
                agreed -> {
                  agreed.ifPresent(yes -> model.apply());
                  stage.close();
                }));
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void whatWouldChangeIsShownAndEnterAppliesIt(FxRobot robot) {
    assertThat(robot.lookup("#recipe-summary").queryAs(Label.class).getText())
        .contains("images change");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "recipe-page"));
    ChoiceBox<?> reach = robot.lookup("#recipe-reach").queryAs(ChoiceBox.class);
    robot.interact(() -> reach.getSelectionModel().selectLast());
    assertThat(robot.lookup("#recipe-apply").queryAs(Button.class).isDisabled()).isFalse();
    robot.interact(reach::requestFocus);
    robot.type(KeyCode.ENTER);
    waitForFxEvents();
    assertThat(stage.isShowing()).isFalse();
    assertThat(
            app.session().libraryProperty().get().instances().stream()
                .map(image -> app.session().current(image).text(Tag.PATIENT_ID)))
        .containsOnly("P1");
  }
}
