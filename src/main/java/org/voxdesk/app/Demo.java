package org.voxdesk.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.Targets;
import org.voxdesk.cli.Version;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.Exporter;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.sample.Nodule;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Resampler;

/// The main job in the real window, driven by itself: opens the sample study, clicks a nodule in
/// the picture, exports the cube and saves pictures of the window: with the cube, with planes and a
/// threshold, with the tags of the series. They are those of the README.
final class Demo {
  private static final long PATIENCE_SECONDS = 300;
  private static final long LOOK_AGAIN_MS = 50;

  /// The nodule's centre lies between two slices; a click lies in one.
  private static final double MOST_OFF_MM = Phantom.SLICE_MM;

  private static final double WIDTH = 1580;
  private static final double HEIGHT = 1000;
  private static final String NAME = "nodule";
  private static final String TAGS_PAGE = "tags.title";
  private static final String LUNG_HU = "-600";

  private final Path target;
  private final Language language;
  private final PrintStream out;
  private final PrintStream errors;
  private final Startup startup;

  Demo(Path target, Language language, PrintStream out, PrintStream errors, Startup startup) {
    this.target = target;
    this.language = language;
    this.out = out;
    this.errors = errors;
    this.startup = startup;
  }

  /// Does the job.
  ///
  /// @return the exit code
  int run() {
    try {
      Files.createDirectories(target);
      // What the user has, preferences and an edited sample, stays out of it: the pictures are the
      // same for everybody.
      Path apart = Files.createTempDirectory("voxdesk");
      SettingsPlaces places = SettingsPlaces.apartIn(apart);
      try (Threads threads = Threads.start()) {
        SampleStudy.write(places.sample(), Existing.REPLACE, threads.parallel(), Progress.NONE);
      }
      Window window = new Window(Optional.of(language.locale().toLanguageTag()), places, startup);
      Platform.startup(() -> window.open(List.of(), true));
      List<Path> written = drive(window);
      onWindow(
          () -> {
            window.close();
            return true;
          });
      window.awaitClosed(errors, language);
      forget(apart);
      written.forEach(path -> out.println(path.toAbsolutePath()));
      return 0;
    } catch (ExplainedException e) {
      warn(e.sentence());
    } catch (IOException | ExecutionException | TimeoutException e) {
      warn(Sentence.of("display.demo.failed", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private void warn(Sentence what) {
    errors.println("voxdesk: " + what.in(language.locale()));
  }

  /// The settings of this run, its log and so on.
  private static void forget(Path apart) throws IOException {
    try (Stream<Path> files = Files.walk(apart)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private List<Path> drive(Window window)
      throws ExplainedException,
          IOException,
          ExecutionException,
          InterruptedException,
          TimeoutException {
    State.Ready ready = await(() -> ready(window));
    Scene scene = onWindow(() -> window.enlarged(WIDTH, HEIGHT));
    settle(scene);
    Lps wanted = nodule();
    Instance slice = onWindow(() -> look(window, wanted));
    await(() -> click(window, slice, wanted));
    Lps clicked = await(() -> window.app().nodules().selectedProperty().get()).center();
    if (clicked.minus(wanted).length() > MOST_OFF_MM) {
      throw new IllegalStateException("the click hit " + clicked + " in place of " + wanted);
    }
    List<Path> written = new ArrayList<>(export(ready, clicked));
    written.add(picture(window, scene, "window.png"));
    onWindow(() -> planes(window));
    settle(scene);
    await(() -> below(scene, LUNG_HU));
    written.add(picture(window, scene, "viewer.png"));
    onWindow(() -> tags(window));
    written.add(picture(window, scene, "tags.png"));
    return written;
  }

  private static Optional<State.Ready> ready(Window window) {
    window.failure().ifPresent(cause -> fail(cause));
    return window.app().volume().stateProperty().get() instanceof State.Ready ready
        ? Optional.of(ready)
        : Optional.empty();
  }

  private static void fail(Throwable cause) {
    throw new IllegalStateException(cause);
  }

  /// The largest solid nodule of a size that screening is about.
  private static Lps nodule() {
    Nodule nodule =
        Phantom.nodules().stream()
            .filter(n -> n.kind() == Nodule.Kind.SOLID && n.diameterMm() <= 15)
            .max(Comparator.comparingDouble(Nodule::diameterMm))
            .orElseThrow();
    return new Lps(nodule.lpsX(), nodule.lpsY(), nodule.lpsZ());
  }

  /// Takes the nodule tool and goes to the slice nearest to `point`.
  private static Instance look(Window window, Lps point) {
    Session session = window.app().session();
    Series series = session.seriesProperty().get().orElseThrow();
    Instance nearest =
        series.instances().stream()
            .min(
                Comparator.comparingDouble(
                    i -> Math.abs(i.position().map(p -> p[2]).orElse(1e9) - point.z())))
            .orElseThrow();
    window.viewer().window(WindowPreset.LUNG.window());
    window.viewer().colorMap(ColorMap.BONE);
    window.app().services().commands().run(Command.TOOL_NODULE);
    session.select(series, nearest);
    return nearest;
  }

  private static boolean planes(Window window) {
    window.viewer().colorMap(ColorMap.GREY);
    window.app().services().commands().run(Command.LAYOUT_FOUR);
    window.app().services().commands().run(Command.TOOL_THRESHOLD);
    return true;
  }

  /// Types the upper end of the range into its field, which is there once it has been laid out.
  private static Optional<Boolean> below(Scene scene, String value) {
    if (scene.lookup("#threshold-high") instanceof TextField field) {
      field.setText(value);
      field.fireEvent(new ActionEvent());
      return Optional.of(true);
    }
    return Optional.empty();
  }

  private static boolean tags(Window window) {
    window.app().services().commands().run(Command.LAYOUT_ONE);
    window.app().services().commands().run(Command.TOOL_WINDOW);
    window.app().pageProperty().set(TAGS_PAGE);
    window.app().targets().scopeProperty().set(Targets.Scope.SERIES);
    return true;
  }

  private static Optional<Boolean> click(Window window, Instance slice, Lps point) {
    boolean isDrawn =
        window
            .viewer()
            .pictureProperty()
            .getValue()
            .filter(picture -> picture.slice().instance().path().equals(slice.path()))
            .isPresent();
    return isDrawn && window.viewerView().click(point) ? Optional.of(true) : Optional.empty();
  }

  private List<Path> export(State.Ready ready, Lps point) throws ExplainedException {
    Cube cube = Resampler.cube(ready.volume(), CubeRequest.at(new CubePoint.AtLps(point)));
    CubeSource source = ready.source("", target);
    return Exporter.write(
        CubeExport.of(cube, source, target, NAME, Version.number()).overwriting(), Progress.NONE);
  }

  /// The window once nothing moves in it any more.
  private Path picture(Window window, Scene scene, String name)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    await(() -> window.isQuiet() ? Optional.of(true) : Optional.empty());
    settle(scene);
    WritableImage image = onWindow(() -> scene.snapshot(null));
    Path file = target.resolve(name);
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    return file;
  }

  /// Taking a picture lays the scene out, upon which columns and slice take their new size.
  private static void settle(Scene scene)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (int turn = 0; turn < 2; turn++) {
      onWindow(() -> scene.snapshot(null));
      TimeUnit.MILLISECONDS.sleep(10 * LOOK_AGAIN_MS);
    }
  }

  /// Looks on JavaFX's thread, again and again, until there is something.
  private static <T> T await(Supplier<Optional<T>> look)
      throws ExecutionException, InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Optional<T> found = onWindow(look);
    while (found.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("nothing happened for " + PATIENCE_SECONDS + " seconds");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      found = onWindow(look);
    }
    return found.get();
  }

  private static <T> T onWindow(Supplier<T> action)
      throws ExecutionException, InterruptedException, TimeoutException {
    return CompletableFuture.supplyAsync(action, Platform::runLater)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
