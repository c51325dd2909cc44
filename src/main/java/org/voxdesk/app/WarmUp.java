package org.voxdesk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.render.Renderer;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;

/// What takes its time when it is first used, made ready on a thread of its own.
final class WarmUp {
  /// Code that has run some hundred times is compiled; each file has dozens of elements.
  private static final int ROUNDS = 3;

  private static final int FILES = 40;
  private static final int PICTURES = 4;

  private WarmUp() {}

  /// What the window is built of and the toolkit is not; called while that starts.
  static void ofWindow() {
    start(
        () -> {
          Command.values();
          IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance());
          Locale.SIMPLIFIED_CHINESE.getDisplayLanguage(Locale.SIMPLIFIED_CHINESE);
        });
  }

  /// What files are read with; called once the window is there.
  ///
  /// @param idle whether nothing is being opened yet: then there is time to go through an opening,
  ///   in memory, so that the first folder does not wait for code that has never run
  static void ofFiles(boolean idle) {
    start(
        () -> {
          Dictionary.standard();
          for (int round = 0; idle && round < ROUNDS; round++) {
            open();
          }
        });
  }

  /// Reads, groups and draws images in which there is nothing.
  private static void open() {
    short[] air = new short[Phantom.ROWS * Phantom.COLUMNS];
    try {
      var images = new ArrayList<Instance>();
      for (int k = 0; k < FILES; k++) {
        byte[] bytes = DicomWriter.bytes(SampleStudy.file(k, air));
        images.add(new Instance(Path.of(SampleStudy.fileName(k)), DicomReader.read(bytes)));
      }
      Library.of(images, List.of()).series().forEach(GeometryReport::of);
      for (Instance image : images.subList(0, PICTURES)) {
        LoadedSlice slice = SliceLoader.load(image, 0);
        new Renderer()
            .render(
                slice.pixels(),
                ViewState.of(SliceLoader.usualWindow(slice)),
                new ViewImage(Phantom.COLUMNS, Phantom.ROWS));
      }
    } catch (DicomException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void start(Runnable work) {
    Thread.ofPlatform().daemon().name("warm-up").start(work);
  }
}
