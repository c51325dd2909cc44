package org.voxdesk.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.text.Language;

/// Runs command lines as a user does, on a few slices of the sample, and keeps what they print.
abstract class CommandLineCase {
  @TempDir static Path shared;
  static Path series;

  @TempDir Path temporary;

  final StringWriter out = new StringWriter();
  final StringWriter errors = new StringWriter();

  /// A few slices of the sample, enough for a small volume.
  @BeforeAll
  static void writeSomeSlices() throws Exception {
    series = shared.resolve("series");
    var phantom = new Phantom();
    for (int k = 50; k < 58; k++) {
      DicomWriter.save(
          SampleStudy.file(phantom, k),
          series.resolve(SampleStudy.fileName(k)),
          AtomicFile.Existing.REFUSE);
    }
  }

  final int run(String... arguments) {
    var desktop =
        new Desktop() {
          @Override
          public int open(List<Path> paths, boolean sample, Optional<Language> language) {
            String tag = language.map(l -> l.locale().toLanguageTag()).orElse("–");
            out.write("window " + paths + " " + sample + " " + tag);
            return 0;
          }

          @Override
          public int demo(Path folder, Language language) {
            out.write("demo " + folder + " " + language);
            return 0;
          }
        };
    return Main.run(arguments, desktop, output(Language.ENGLISH));
  }

  final Output output(Language language) {
    return new Output(new PrintWriter(out, true), new PrintWriter(errors, true), language);
  }

  static String slice(int k) {
    return series.resolve(SampleStudy.fileName(k)).toString();
  }

  static Desktop noDesktop() {
    return new Desktop() {
      @Override
      public int open(List<Path> paths, boolean sample, Optional<Language> language) {
        return 1;
      }

      @Override
      public int demo(Path folder, Language language) {
        return 1;
      }
    };
  }

  static short[] pixels(Path file) throws Exception {
    DicomFile read = DicomReader.read(file);
    Frame frame = new FrameReader().read(read.dataSet(), read.transferSyntax(), 0);
    return Images.shorts(frame);
  }

  /// A folder to write to.
  final String to() {
    return temporary.resolve("out").toString();
  }
}
