package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.task.Workers;
import org.voxdesk.volume.Volume;

/// A series of 1,000 slices is opened and looked at in little more memory than its volume takes,
/// and closing it gives that back.
class BigSeriesTest {
  private static final int SLICES = 1000;
  private static final int SIZE = 512;
  private static final int MEGABYTE = 1 << 20;
  private static final int VOLUME_MB = (int) (2L * SIZE * SIZE * SLICES / MEGABYTE);
  private static final int BESIDE_MB = 300;

  /// What the program itself takes when nothing is open.
  private static final int EMPTY_MB = 60;

  @TempDir Path folder;

  @Test
  void opensInLittleMoreThanItsVolumeAndLeavesNothingBehind() throws Exception {
    write();
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (VOLUME_MB + BESIDE_MB) + "m",
                // As installer/jpackage.args has it.
                "-XX:G1HeapRegionSize=4m",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls",
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  /// All slices have the same pixels, compressed, so that the folder is small.
  private void write() throws Exception {
    DicomFile small = SmallSeries.slice(0);
    DataSet big =
        small
            .dataSet()
            .with(Tag.ROWS, Vr.US, Integer.toString(SIZE))
            .with(Tag.COLUMNS, Vr.US, Integer.toString(SIZE))
            .with(
                DataElement.of(
                    Tag.PIXEL_DATA,
                    Vr.OW,
                    small.dataSet().encoding().order(),
                    new Value.Bytes(new byte[2 * SIZE * SIZE])));
    DicomFile packed = Transcoding.to(small.withDataSet(big), Transcoding.Target.RLE);
    for (int k = 0; k < SLICES; k++) {
      DataSet slice =
          packed
              .dataSet()
              .with(Tag.SOP_INSTANCE_UID, Vr.UI, SmallSeries.UID + ".1." + (k + 1))
              .with(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(k + 1))
              .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "0\\0\\" + k);
      Files.write(folder.resolve("slice" + k), DicomWriter.bytes(packed.withDataSet(slice)));
    }
  }

  /// The process whose memory is bounded.
  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      ExecutorService helper =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
      Services quick = TestServices.synchronous(folder.resolve("settings"));
      Services services =
          new Services(
              quick.ui(),
              quick.tasks(),
              new Workers(helper, 1),
              quick.notifications(),
              quick.dialogs(),
              quick.preferences(),
              quick.messages(),
              quick.commands(),
              quick.shortcuts());
      AppModel app = new AppModel(services);
      new LibraryViewModel(app);
      ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);
      viewer.panes().forEach(pane -> pane.resize(700, 700, 1));
      app.session().open(List.of(folder));
      WeakReference<Volume> volume = look(app, viewer);
      services.commands().run(Command.CLOSE_ALL);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      long left = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
      System.out.println(left + " MB left after closing");
      System.exit(volume.get() == null && left < EMPTY_MB ? 0 : 1);
    }

    /// Goes through all slices in every layout.
    private static WeakReference<Volume> look(AppModel app, ViewerViewModel viewer) {
      for (Command layout : List.of(Command.LAYOUT_ONE, Command.LAYOUT_FOUR)) {
        app.services().commands().run(layout);
        for (PaneViewModel pane : viewer.shown()) {
          for (int at = 0; at < pane.navigation().slices().size(); at += 50) {
            pane.navigation().go(at);
            require(pane.pictureProperty().get().isPresent());
          }
        }
      }
      if (app.volume().stateProperty().get() instanceof SeriesVolume.State.Ready ready) {
        require(ready.volume().geometry().slices() == SLICES);
        return new WeakReference<>(ready.volume());
      }
      throw new IllegalStateException(app.volume().stateProperty().get().toString());
    }

    private static void require(boolean holds) {
      if (!holds) {
        throw new IllegalStateException("not shown");
      }
    }
  }
}
