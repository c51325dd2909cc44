package org.voxdesk.app;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.compare.CompareCommands;
import org.voxdesk.app.cubes.CubesView;
import org.voxdesk.app.cubes.NoduleKeeping;
import org.voxdesk.app.deid.DeidentifyCommands;
import org.voxdesk.app.help.HelpCommands;
import org.voxdesk.app.help.Versions;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.library.LibraryView;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.library.Thumbnails;
import org.voxdesk.app.log.Known;
import org.voxdesk.app.log.LogFile;
import org.voxdesk.app.measure.LookingInViewer;
import org.voxdesk.app.measure.MeasureView;
import org.voxdesk.app.measure.MeasureViewModel;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.FxDialogs;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.notify.UnexpectedErrors;
import org.voxdesk.app.pixels.PixelsView;
import org.voxdesk.app.pixels.PixelsViewModel;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.app.prefs.PreferencesKeeping;
import org.voxdesk.app.recipe.RecipeCommands;
import org.voxdesk.app.recovery.EditJournal;
import org.voxdesk.app.recovery.RecoveryOffer;
import org.voxdesk.app.save.SaveCommands;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.app.shell.MainWindow;
import org.voxdesk.app.shell.Screens;
import org.voxdesk.app.shell.ShellViewModel;
import org.voxdesk.app.shell.WindowTheme;
import org.voxdesk.app.steps.StepsView;
import org.voxdesk.app.tags.TagsView;
import org.voxdesk.app.tasks.TasksViewModel;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.io.KeptFiles;
import org.voxdesk.measure.MeasurementFiles;
import org.voxdesk.nodule.NoduleFiles;
import org.voxdesk.task.TaskRunner;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;

/// One run of the window, from its wiring to its closing. The only place that knows every part.
final class Window {
  private static final Logger LOG = System.getLogger(Window.class.getName());
  private static final long READABLE_MS = 8_000;
  private static final long REFRESH_MS = 50;
  private static final long UNSAVED_MS = 2_000;
  private static final long TOOLKIT_MS = 1_000;
  private static final List<String> ICONS =
      List.of("16", "24", "32", "48", "64", "128", "256", "512");

  private final Optional<String> language;
  private final SettingsPlaces places;
  private final Startup startup;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<Throwable> failure = Optional.empty();
  private volatile Optional<Thread> toolkit = Optional.empty();
  private volatile boolean unasked;
  private volatile Optional<Parts> parts = Optional.empty();

  /// What [Demo] drives.
  private record Parts(Stage stage, AppModel app, ViewerViewModel viewer, ViewerView view) {}

  Window(Optional<String> language, SettingsPlaces places, Startup startup) {
    this.language = language;
    this.places = places;
    this.startup = startup;
  }

  /// Opens the window on `paths`, and on the sample study if that is wanted; called on JavaFX's
  /// thread.
  @SuppressWarnings("CatchingUnchecked") // Whatever keeps the window from opening ends the program.
  void open(List<Path> paths, boolean sample) {
    toolkit = Optional.of(Thread.currentThread());
    try {
      build(paths, sample);
    } catch (RuntimeException | Error failed) {
      failure = Optional.of(failed);
      closed.countDown();
    }
  }

  private void build(List<Path> paths, boolean sample) {
    startup.reach(Startup.Step.TOOLKIT);
    LogFile log = LogFile.start(places.logs());
    LOG.log(Level.INFO, "Started: {0}", new Known(Versions.line()));
    Threads threads = Threads.start();
    Stage stage = new Stage();
    Services services = services(threads, stage);
    PreferencesKeeping keeping = keeping(services, threads);
    ShellViewModel shell = new ShellViewModel(services);
    WindowTheme theme = new WindowTheme(shell);
    AppModel app = new AppModel(services, keptFiles(threads));
    EditJournal journal = new EditJournal(services, places.journals(), threads.journal());
    journal.follow(app.session());
    LibraryViewModel library = new LibraryViewModel(app);
    ViewerViewModel viewer = new ViewerViewModel(app, threads.render());
    MeasureViewModel measure =
        new MeasureViewModel(
            app, MeasurementFiles.in(places.measurements()), new LookingInViewer(viewer));
    Optional<NoduleKeeping> nodules =
        places.nodules().map(own -> new NoduleKeeping(app, NoduleFiles.in(own)));
    PixelsViewModel pixels = new PixelsViewModel(app);
    ViewerView view =
        new ViewerView(
            viewer,
            List.of(PixelsView.layer(pixels), MeasureView.layer(measure), CubesView.layer(app)));
    List<Node> controls = new ArrayList<>(view.controls());
    controls.addFirst(MeasureView.control(measure));
    Middle middle = new Middle(view, library);
    LibraryView libraryView =
        new LibraryView(library, new Thumbnails(threads.work(), Threads.ui()));
    Screens screens =
        new Screens(libraryView, middle, controls, pages(app, measure, pixels, viewer));
    MainWindow window =
        new MainWindow(
            stage,
            app,
            shell,
            theme,
            new TasksViewModel(services.tasks(), Threads.uiAfter(REFRESH_MS)),
            screens);
    SampleFiles sampleFiles = new SampleFiles(places.sample(), app, library);
    services.commands().bind(Command.OPEN_SAMPLE, sampleFiles::open);
    LibraryView.acceptDrops(stage.getScene().getRoot(), library);
    stage.setOnHidden(
        event -> {
          services.tasks().cancelAll();
          measure.finish();
          nodules.ifPresent(NoduleKeeping::finish);
          app.kept().close();
          window.remember();
          keeping.close();
          if (unasked && app.unsaved().count() > 0) {
            journal.keep(closed::countDown);
          } else {
            journal.end(closed::countDown);
          }
          threads.close();
          LOG.log(Level.INFO, "The window has been closed.");
          log.close();
        });
    CompareCommands.bind(app);
    DeidentifyCommands.bind(app);
    SaveCommands.bind(app);
    RecipeCommands.bind(app);
    HelpCommands.bind(services, places.logs());
    parts = Optional.of(new Parts(stage, app, viewer, view));
    startup.reach(Startup.Step.BUILT);
    startup.follow(stage.getScene(), viewer.pictureProperty(), sample || !paths.isEmpty());
    window.show(
        () -> {
          WarmUp.ofFiles(paths.isEmpty() && !sample);
          middle.complete();
          libraryView.complete();
          middle.focus();
          ICONS.forEach(size -> stage.getIcons().add(icon(size)));
        });
    library.open(paths);
    if (sample) {
      sampleFiles.open();
    }
    new RecoveryOffer(services, app.session(), journal).make(places.journals());
  }

  /// The pages of the inspector.
  private static List<InspectorTab> pages(
      AppModel app, MeasureViewModel measure, PixelsViewModel pixels, ViewerViewModel viewer) {
    return List.of(
        TagsView.tab(app),
        PixelsView.tab(pixels),
        CubesView.tab(app, viewer::look),
        MeasureView.tab(measure, viewer.pictureProperty()),
        StepsView.tab(app));
  }

  private Services services(Threads threads, Stage stage) {
    Notifications notifications = new Notifications(Threads.ui(), Threads.uiAfter(READABLE_MS));
    Preferences preferences = Preferences.empty(places.preferences());
    Optional<IOException> unreadable = Optional.empty();
    try {
      preferences.load();
    } catch (IOException e) {
      unreadable = Optional.of(e);
    }
    Messages messages = Messages.of(language.or(preferences::language));
    unreadable.ifPresent(e -> notifications.error(messages.text("error.preferences"), e));
    Commands commands = new Commands();
    UnexpectedErrors unexpected =
        new UnexpectedErrors(notifications, messages, () -> commands.run(Command.REPORT_PROBLEM));
    Thread.setDefaultUncaughtExceptionHandler(unexpected);
    Thread.currentThread().setUncaughtExceptionHandler(unexpected);
    return new Services(
        Threads.ui(),
        new AfterFrames(),
        new TaskRunner(threads.work()),
        threads.parallel(),
        notifications,
        new FxDialogs(() -> stage, messages, preferences),
        preferences,
        messages,
        commands,
        new Shortcuts(preferences));
  }

  private static Image icon(String size) {
    String name = "/org/voxdesk/app/icon/voxdesk-" + size + ".png";
    return new Image(
        Objects.requireNonNull(Window.class.getResourceAsStream(name), "no icon " + size));
  }

  /// What is kept of replaced files, while what a killed program has left of them is deleted.
  private KeptFiles keptFiles(Threads threads) {
    KeptFiles kept = new KeptFiles(places.journals());
    threads
        .work()
        .execute(
            () -> {
              try {
                kept.removeAbandoned();
              } catch (IOException e) {
                LOG.log(Level.WARNING, "What was kept of replaced files is still there.", e);
              }
            });
    return kept;
  }

  private static PreferencesKeeping keeping(Services services, Threads threads) {
    return new PreferencesKeeping(
        services.preferences(),
        Threads.uiAfter(UNSAVED_MS),
        threads.journal(),
        failed -> services.notifications().error(services.text("error.preferences"), failed));
  }

  /// Closes the window without asking, as when the user logs out; what is not saved is offered at
  /// the next start.
  ///
  /// @return whether it has closed within `patience`
  boolean leave(Duration patience) {
    unasked = true;
    Platform.runLater(() -> parts.ifPresent(all -> all.stage().close()));
    try {
      return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Waits until the window has been closed; 1 with a line on `errors` if it could not be opened.
  int awaitClosed(PrintStream errors, Language spoken) {
    try {
      closed.await();
      Platform.exit();
      // The virtual machine must not end under JavaFX's last picture. (macOS keeps the thread.)
      toolkit.orElseThrow().join(TOOLKIT_MS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 1;
    }
    failure.ifPresent(
        cause -> errors.println(Sentence.of("display.failed", cause).in(spoken.locale())));
    return failure.isPresent() ? 1 : 0;
  }

  /// Why the window could not be opened.
  Optional<Throwable> failure() {
    return failure;
  }

  AppModel app() {
    return parts.orElseThrow().app();
  }

  ViewerViewModel viewer() {
    return parts.orElseThrow().viewer();
  }

  ViewerView viewerView() {
    return parts.orElseThrow().view();
  }

  /// Whether nothing goes on in the background.
  boolean isQuiet() {
    return app().services().tasks().active().isEmpty();
  }

  /// Takes everything out of the window and lays it out in a size that no screen limits, for
  /// pictures: the headless screen is 1000 × 1000 and draws no window beyond it.
  Scene enlarged(double width, double height) {
    Scene shown = parts.orElseThrow().stage().getScene();
    Parent root = shown.getRoot();
    shown.setRoot(new Group());
    Scene large = new Scene(root, width, height);
    large.getStylesheets().setAll(shown.getStylesheets());
    return large;
  }

  /// Closes the window without asking.
  void close() {
    parts.orElseThrow().stage().close();
  }
}
