package org.voxdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;

/// From choosing a folder to its first picture in the viewer, and to the whole volume: the first
/// time, while Java has everything still to learn, and again and again.
final class OpenFolder {
  private static final int AGAIN = 10;

  private final AppModel app;
  private final ViewerViewModel viewer;

  /// Milliseconds.
  private record Opened(double picture, double whole) {}

  private OpenFolder(Path folder) {
    Stage stage = new Stage();
    app = new AppModel(BenchServices.on(stage, folder));
    viewer = new ViewerViewModel(app, BenchServices.thread());
    stage.setScene(new Scene(new ViewerView(viewer), 900, 900));
    stage.show();
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

  private Opened open() throws InterruptedException {
    long start = System.nanoTime();
    Platform.runLater(() -> app.session().open(List.of(ScanFolder.path())));
    BenchServices.await(
        viewer.pictureProperty(), () -> viewer.pictureProperty().getValue().isPresent());
    double picture = (System.nanoTime() - start) / 1e6;
    BenchServices.await(app.volume().stateProperty(), this::isWhole);
    return new Opened(picture, (System.nanoTime() - start) / 1e6);
  }

  private boolean isWhole() {
    return app.volume().stateProperty().get() instanceof SeriesVolume.State.Ready;
  }

  private void close() throws InterruptedException {
    Platform.runLater(() -> app.session().close(app.session().libraryProperty().get().instances()));
    BenchServices.await(
        viewer.pictureProperty(), () -> viewer.pictureProperty().getValue().isEmpty());
  }
}
