package org.voxdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.FxDialogs;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.task.TaskRunner;
import org.voxdesk.task.Workers;

/// From choosing a folder to its first picture in the viewer, and to the whole volume: the first
/// time, while Java has everything still to learn, and again and again.
final class OpenFolder {
  private static final int AGAIN = 10;
  private static final ThreadFactory DAEMONS = Thread.ofPlatform().daemon().factory();

  private final AppModel app;
  private final ViewerViewModel viewer;

  /// Milliseconds.
  private record Opened(double picture, double whole) {}

  private OpenFolder(Path folder) {
    int helping = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    ExecutorService work = Executors.newFixedThreadPool(4, DAEMONS);
    Messages messages = Messages.of(Locale.ENGLISH);
    Preferences preferences = Preferences.empty(folder.resolve("preferences.properties"));
    Stage stage = new Stage();
    app =
        new AppModel(
            new Services(
                OpenFolder::onWindow,
                new TaskRunner(work),
                new Workers(Executors.newFixedThreadPool(helping, DAEMONS), helping),
                new Notifications(OpenFolder::onWindow, later -> {}),
                new FxDialogs(() -> stage, messages, preferences),
                preferences,
                messages,
                new Commands(),
                new Shortcuts(preferences)));
    viewer = new ViewerViewModel(app, Executors.newSingleThreadExecutor(DAEMONS));
    stage.setScene(new Scene(new ViewerView(viewer), 900, 900));
    stage.show();
  }

  private static void onWindow(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /// For a virtual machine of its own, without a display.
  public static void main(String[] arguments) throws Exception {
    var started = new CompletableFuture<OpenFolder>();
    Path folder = Files.createTempDirectory("voxdesk-bench");
    Platform.startup(() -> started.complete(new OpenFolder(folder)));
    OpenFolder window = started.get();
    Opened first = window.open();
    List<Opened> again = new ArrayList<>();
    for (int n = 0; n < AGAIN; n++) {
      window.close();
      again.add(window.open());
    }
    print("choose the folder to first picture, first time", first.picture(), "");
    print("choose the folder to whole volume, first time", first.whole(), "");
    print(
        "choose the folder to first picture",
        Median.of(again.stream().map(Opened::picture).toList()),
        "300 ms");
    print(
        "choose the folder to whole volume",
        Median.of(again.stream().map(Opened::whole).toList()),
        "1000 ms");
    Platform.exit();
  }

  private static void print(String what, double millis, String asked) {
    System.out.println(
        String.format(Locale.ROOT, "%-58s  %8.0f ms  %s", what, millis, asked).stripTrailing());
  }

  private Opened open() throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    Platform.runLater(() -> app.session().open(List.of(ScanFolder.path())));
    await(viewer.pictureProperty(), () -> viewer.pictureProperty().getValue().isPresent());
    double picture = (System.nanoTime() - start) / 1e6;
    await(app.volume().stateProperty(), this::isWhole);
    return new Opened(picture, (System.nanoTime() - start) / 1e6);
  }

  private boolean isWhole() {
    return app.volume().stateProperty().get() instanceof SeriesVolume.State.Ready;
  }

  private void close() throws InterruptedException, ExecutionException {
    Platform.runLater(() -> app.session().close(app.session().libraryProperty().get().instances()));
    await(viewer.pictureProperty(), () -> viewer.pictureProperty().getValue().isEmpty());
  }

  /// Waits until `reached` when `property` changes, and what was drawn then is on the screen.
  private static void await(ObservableValue<?> property, BooleanSupplier reached)
      throws InterruptedException, ExecutionException {
    var seen = new CountDownLatch(1);
    Platform.runLater(
        () ->
            property.subscribe(
                () -> {
                  if (reached.getAsBoolean()) {
                    seen.countDown();
                  }
                }));
    Platform.runLater(
        () -> {
          if (reached.getAsBoolean()) {
            seen.countDown();
          }
        });
    seen.await();
  }
}
