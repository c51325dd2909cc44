package org.voxdesk.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.recipe.RecipeViewModel.Preview;
import org.voxdesk.app.recipe.RecipeViewModel.Reach;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.io.DicomReader;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

final class RecipeCommandsTest {
  private static final String TEXT =
      """
      voxdesk: 1
      name: tidy
      steps:
        - set: { StudyID: "7" }
        - when: { InstanceNumber: { below: 3 } }
          delete: private
      """;

  @TempDir Path temporary;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private AppModel app = new AppModel(TestServices.synchronous(Path.of(".")));
  private List<Path> files = List.of();

  @BeforeEach
  void open() throws Exception {
    files = SmallSeries.write(temporary.resolve("images"));
    app = new AppModel(TestServices.synchronous(temporary, dialogs));
    RecipeCommands.bind(app);
    app.session().open(files);
  }

  @Test
  void whatWasDoneIsSavedAsARecipeThatDoesItAgain() throws Exception {
    assertThat(app.services().commands().availableProperty(Command.RECIPE_SAVE).get()).isFalse();
    app.session().apply(new SetValue(TagPath.of(Tag.STUDY_ID), Vr.SH, "7"), images());
    app.session().apply(new DeleteElement(TagPath.of(Tag.MODALITY)), images().subList(0, 1));
    app.session().apply(new DeleteElement(TagPath.of(Tag.PATIENT_ID)), images());
    app.session().undo();
    Path target = temporary.resolve("mine.yaml");
    dialogs.target = Optional.of(target);
    run(Command.RECIPE_SAVE);
    Recipe recipe = Recipe.read(target);
    assertThat(recipe.name()).isEqualTo("mine");
    assertThat(recipe.applyTo(images().getFirst().file()).dataSet().elements())
        .hasSameSizeAs(app.session().current(images().getFirst()).dataSet().elements());
    assertThat(recipe.steps()).hasSize(2);
    assertThat(told()).anyMatch(text -> text.contains("mine.yaml"));
  }

  @Test
  void theModelSaysWhatWouldChangeAndAppliesItAsOneStep() throws Exception {
    var model = new RecipeViewModel(app, Recipe.parse(TEXT, "r"));
    assertThat(model.steps())
        .containsExactly(
            "Set StudyID to “7”.", "Delete all private elements, where InstanceNumber (below: 3).");
    Preview preview = model.previewProperty().get().orElseThrow();
    assertThat(preview.changed()).hasSameSizeAs(files);
    assertThat(preview.refused()).isZero();
    assertThat(preview.first().rows())
        .extracting(row -> row.path().toString())
        .contains("StudyID", "(0009,1001)");
    model.reachProperty().set(Reach.STUDY);
    model.apply();
    assertThat(app.session().current(images().getLast()).text(Tag.STUDY_ID)).isEqualTo("7");
    assertThat(app.session().historyProperty().get().undoable().orElseThrow().toString())
        .isEqualTo("apply the recipe “tidy”");
    app.session().undo();
    assertThat(app.session().historyProperty().get().editedPaths()).isEmpty();
  }

  @Test
  void imagesThatDoNotAllowItStayAsTheyAre() throws Exception {
    app.session().apply(new DeleteElement(TagPath.of(Tag.PATIENT_ID)), images().subList(0, 2));
    var model =
        new RecipeViewModel(
            app, Recipe.parse("voxdesk: 1\nsteps: [ { add: { PatientID: x } } ]", "r"));
    model.reachProperty().set(Reach.ALL);
    Preview preview = model.previewProperty().get().orElseThrow();
    assertThat(preview.changed()).hasSize(2);
    assertThat(preview.refused()).isEqualTo(files.size() - 2);
    assertThat(preview.reason().orElseThrow().toString()).isEqualTo("PatientID is there already");
    model.apply();
    assertThat(app.session().current(images().getFirst()).text(Tag.PATIENT_ID)).isEqualTo("x");
    assertThat(app.session().current(images().getLast()).text(Tag.PATIENT_ID)).isEqualTo("B1");
  }

  @Test
  void aRecipeThatIsWrongIsTold() throws Exception {
    dialogs.files = List.of(Files.writeString(temporary.resolve("wrong.yaml"), "voxdesk: 3\n"));
    run(Command.RECIPE_APPLY);
    assertThat(told())
        .anyMatch(
            text -> text.contains("Wrong.yaml, line 1") || text.contains("wrong.yaml, line 1"));
    assertThat(dialogs.asked).doesNotContain("Apply a recipe");
  }

  @Test
  void aRecipeIsAppliedToTheFilesOfAFolder() throws Exception {
    dialogs.files = List.of(Files.writeString(temporary.resolve("r.yaml"), TEXT));
    Path target = temporary.resolve("results");
    Path source = temporary.resolve("images");
    Files.writeString(source.resolve("notes.txt"), "no image");
    FolderJob job =
        new FolderJob(Recipe.parse(TEXT, "r"), source, target, app.services().parallel());
    job.run(Progress.NONE);
    assertThat(job.written()).isEqualTo(files.size());
    assertThat(job.failures()).hasSize(1);
    Path written = target.resolve(source.relativize(files.getFirst()));
    assertThat(DicomReader.read(written).dataSet().text(Tag.STUDY_ID)).contains("7");
    job.run(Progress.NONE);
    assertThat(job.failures()).hasSize(2 + files.size());
    dialogs.folder = Optional.of(source);
    run(Command.RECIPE_FOLDER);
    assertThat(dialogs.questions.getLast().text()).contains("Set StudyID to “7”.");
    assertThat(told().getLast()).contains("choose another folder");
    try (Stream<Path> all = Files.list(source)) {
      assertThat(all).hasSize(files.size() + 1);
    }
  }

  @Test
  void theFilesOfAFolderAreWrittenAsTheProcessorsAreShared() throws Exception {
    Path target = temporary.resolve("results");
    var written = new ArrayList<Integer>();
    Parallel backwards =
        (count, piece) -> {
          for (int i = count - 1; i >= 0; i--) {
            piece.accept(i);
            written.add(files(target));
          }
        };
    var job =
        new FolderJob(Recipe.parse(TEXT, "r"), temporary.resolve("images"), target, backwards);
    job.run(Progress.NONE);
    assertThat(job.written()).isEqualTo(files.size());
    assertThat(written).contains(1, 2, 3);
  }

  private static int files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return (int) all.count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private void run(Command command) {
    app.services().commands().run(command);
  }

  private List<Instance> images() {
    return app.session().libraryProperty().get().instances();
  }

  private List<String> told() {
    return app.services().notifications().shown().stream().map(Notification::text).toList();
  }
}
