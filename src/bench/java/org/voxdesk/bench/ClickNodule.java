package org.voxdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.cubes.CubesView;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.viewer.ViewerView;
import org.voxdesk.app.viewer.ViewerViewModel;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// From a click in the picture with the nodule tool to the preview of its cube on the screen: 64
/// slices side by side and three planes, the list and its badges.
final class ClickNodule {
  private static final int WARM_UP = 30;
  private static final int CLICKS = 40;

  private final AppModel app;
  private final ViewerViewModel viewer;
  private final ViewerView view;
  private final Parent cubes;

  private ClickNodule(Path folder) {
    Stage stage = new Stage();
    app = new AppModel(BenchServices.on(stage, folder));
    viewer = new ViewerViewModel(app, BenchServices.thread());
    view = new ViewerView(viewer, List.of(CubesView.layer(app)));
    cubes = (Parent) CubesView.tab(app, viewer::look).content().get();
    HBox.setHgrow(view, Priority.ALWAYS);
    stage.setScene(new Scene(new HBox(view, cubes), 1000, 1000));
    stage.show();
  }

  /// For a virtual machine of its own, without a display.
  public static void main(String[] arguments) throws Exception {
    var started = new CompletableFuture<ClickNodule>();
    Path folder = Files.createTempDirectory("voxdesk-bench");
    Platform.startup(() -> started.complete(new ClickNodule(folder)));
    ClickNodule window = started.get();
    window.open();
    double first = window.click(0);
    List<Double> times = new ArrayList<>();
    for (int n = 1; n <= WARM_UP + CLICKS; n++) {
      double time = window.click(n);
      if (n > WARM_UP) {
        times.add(time);
      }
    }
    print("click a nodule to its preview on the screen, first time", first, "");
    print("click a nodule to its preview on the screen", Median.of(times), "50 ms");
    Platform.exit();
  }

  private static void print(String what, double millis, String asked) {
    System.out.println(
        String.format(Locale.ROOT, "%-58s  %8.1f ms  %s", what, millis, asked).stripTrailing());
  }

  private void open() throws InterruptedException {
    Platform.runLater(() -> app.session().open(List.of(ScanFolder.path())));
    BenchServices.await(
        viewer.pictureProperty(), () -> viewer.pictureProperty().getValue().isPresent());
    BenchServices.await(
        app.volume().stateProperty(),
        () -> app.volume().stateProperty().get() instanceof SeriesVolume.State.Ready);
    Platform.runLater(() -> app.services().commands().run(Command.TOOL_NODULE));
  }

  /// Clicks another place than before; milliseconds until the pulse after the preview was shown.
  private double click(int n) throws InterruptedException, ExecutionException {
    var seen = new CompletableFuture<Long>();
    var begun = new CompletableFuture<Long>();
    Platform.runLater(
        () -> {
          Scene scene = view.getScene();
          Runnable drawn =
              new Runnable() {
                @Override
                public void run() {
                  scene.removePostLayoutPulseListener(this);
                  // After this pulse, in which the preview is drawn.
                  Platform.runLater(() -> seen.complete(System.nanoTime()));
                }
              };
          once(mosaic(), () -> scene.addPostLayoutPulseListener(drawn));
          begun.complete(System.nanoTime());
          if (!view.click(place(n))) {
            throw new IllegalStateException("the click met no picture");
          }
        });
    return (seen.get() - begun.get()) / 1e6;
  }

  private static void once(ImageView image, Runnable action) {
    image
        .imageProperty()
        .addListener(
            new InvalidationListener() {
              @Override
              public void invalidated(Observable changed) {
                if (image.getImage() != null) {
                  image.imageProperty().removeListener(this);
                  action.run();
                }
              }
            });
  }

  private ImageView mosaic() {
    return cubes.lookupAll(".image-view").stream()
        .filter(ClickNodule::isMosaic)
        .map(ImageView.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isMosaic(Node image) {
    return image.getParent().getParent().getClass().getSimpleName().equals("MosaicView");
  }

  private Lps place(int n) {
    Geometry slice =
        viewer.pictureProperty().getValue().orElseThrow().slice().place().orElseThrow();
    return slice.lps(new Voxel(150 + n * 37 % 200, 150 + n * 53 % 200, 0));
  }
}
