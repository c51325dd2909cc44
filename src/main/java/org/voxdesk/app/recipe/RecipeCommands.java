package org.voxdesk.app.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Question;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.edit.recipe.Recording;
import org.voxdesk.edit.recipe.StepWords;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Work;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Binds the commands that save and apply recipes. Files are read and written in the background.
public final class RecipeCommands {
  private static final int SHOWN_FAILURES = 5;
  private static final int SHOWN_STEPS = 10;

  private final AppModel app;
  private final Services services;

  private RecipeCommands(AppModel app) {
    this.app = app;
    this.services = app.services();
  }

  /// Binds the commands for good.
  public static void bind(AppModel app) {
    var recipes = new RecipeCommands(app);
    Commands commands = app.services().commands();
    commands.bind(
        Command.RECIPE_SAVE,
        recipes::save,
        app.session().historyProperty().map(history -> history.done() > 0));
    commands.bind(
        Command.RECIPE_APPLY,
        recipes::apply,
        app.session().instanceProperty().map(Optional::isPresent));
    commands.bind(Command.RECIPE_FOLDER, recipes::applyToFolder, new ReadOnlyObjectWrapper<>(true));
  }

  /// Writes all that has been done, each step for the images that it was done in, as one recipe.
  private void save() {
    EditHistory history = app.session().historyProperty().get();
    List<Instance> open = app.session().libraryProperty().get().instances();
    Optional<Path> file =
        services.dialogs().saveFile(services.text("recipe.save.title"), "recipe.yaml");
    file.ifPresent(
        target ->
            run(
                services.text("recipe.save.title"),
                progress -> {
                  Recipe recipe = Recording.of(stem(target), history, open);
                  recipe.write(target, Existing.REPLACE);
                  return recipe;
                },
                recipe -> saved(recipe, target)));
  }

  private void saved(Recipe recipe, Path target) {
    if (recipe.deidentifies()) {
      services.notifications().warn(services.text("recipe.saved.key", target), Optional.empty());
    } else {
      services.notifications().info(services.text("recipe.saved", target));
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private void apply() {
    choose(
        recipe -> {
          var model = new RecipeViewModel(app, recipe);
          services
              .dialogs()
              .<Boolean>ask(
                  services.text("recipe.apply.title"), agreed -> new RecipePage(model, agreed))
              .ifPresent(yes -> model.apply());
        });
  }

  private void choose(Consumer<Recipe> use) {
    services.dialogs().openFiles(services.text("recipe.choose")).stream()
        .findFirst()
        .ifPresent(file -> run(services.text("recipe.choose"), progress -> Recipe.read(file), use));
  }

  private void applyToFolder() {
    choose(this::applyToFolder);
  }

  private void applyToFolder(Recipe recipe) {
    Optional<Path> source = services.dialogs().openFolder(services.text("recipe.folder.source"));
    Optional<Path> target =
        source.flatMap(
            from -> services.dialogs().openFolder(services.text("recipe.folder.target")));
    if (target.isEmpty() || !agreed(recipe, source.orElseThrow(), target.get())) {
      return;
    }
    var job = new FolderJob(recipe, source.orElseThrow(), target.get(), services.parallel());
    services
        .tasks()
        .start(services.text("recipe.folder.task"), job::run)
        .whenEnded(services.ui(), outcome -> report(outcome, job));
  }

  /// Shows what would be done, to which folder, and where the results go.
  private boolean agreed(Recipe recipe, Path source, Path target) {
    List<Sentence> steps = StepWords.of(recipe);
    String shown =
        steps.stream().limit(SHOWN_STEPS).map(services::reason).collect(Collectors.joining("\n"));
    String more = steps.size() > SHOWN_STEPS ? "\n…" : "";
    return services
        .dialogs()
        .choose(
            new Question(
                    services.text("recipe.folder.title"),
                    services.text("recipe.folder.summary", source, target, shown + more),
                    List.of(services.text("recipe.apply")))
                .usually(0))
        .isPresent();
  }

  private void report(Outcome<FolderJob> outcome, FolderJob job) {
    String failures =
        job.failures().stream()
            .limit(SHOWN_FAILURES)
            .map(services::reason)
            .collect(Collectors.joining("\n"));
    String shown = job.failures().size() > SHOWN_FAILURES ? failures + "\n…" : failures;
    Optional<String> details = Optional.of(shown).filter(text -> !text.isEmpty());
    String partly =
        services.text("recipe.folder.partly", job.written(), job.failures().size(), job.target());
    switch (outcome) {
      case Outcome.Success<FolderJob> done when job.failures().isEmpty() && job.written() > 0 ->
          services
              .notifications()
              .info(services.text("recipe.folder.done", job.written(), job.target()));
      case Outcome.Success<FolderJob> done when job.failures().isEmpty() ->
          services
              .notifications()
              .warn(services.text("recipe.folder.none", job.source()), Optional.empty());
      case Outcome.Success<FolderJob> done -> services.notifications().error(partly, details);
      // What is wrong with the folders as a whole is the reason; it is not to be looked for.
      case Outcome.Failure<FolderJob> failed when job.written() == 0 ->
          services.notifications().error(reason(failed.cause()), details);
      case Outcome.Failure<FolderJob> failed ->
          services.notifications().error(partly, Optional.of(reason(failed.cause())));
      case Outcome.Cancelled<FolderJob> cancelled ->
          services
              .notifications()
              .warn(services.text("recipe.folder.cancelled", job.written(), job.target()), details);
    }
  }

  private <T> void run(String name, Work<T> work, Consumer<T> then) {
    services
        .tasks()
        .start(name, work)
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<T> done -> then.accept(done.value());
                case Outcome.Failure<T> failed ->
                    services.notifications().error(reason(failed.cause()), Optional.empty());
                case Outcome.Cancelled<T> cancelled -> {}
              }
            });
  }

  private String reason(Throwable cause) {
    return cause instanceof ExplainedException explained
        ? services.reason(explained.sentence())
        : cause.toString();
  }
}
