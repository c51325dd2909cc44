package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.SaveJob;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// Folders of pictures are series whose values are those of the pictures.
class PictureStackTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void valuesAreThoseOfThePicture(int type) throws Exception {
    int[] values = write("a.png", type, 37, 23);
    Instance image = read().instances().getFirst();
    Frame frame = new FrameReader().read(image.dataSet(), image.transferSyntax(), 0);
    assertThat(frame.image().columns()).isEqualTo(37);
    assertThat(frame.image().rows()).isEqualTo(23);
    for (int i = 0; i < values.length; i++) {
      assertThat((int) frame.stored(i)).isEqualTo(values[i]);
    }
  }

  @Test
  void picturesAreSlicesInTheOrderOfTheirNames() throws Exception {
    for (String name : List.of("img_0010_i.png", "img_0002_i.png", "img_0001_i.png", "x.png")) {
      write(name, BufferedImage.TYPE_BYTE_GRAY, 4, 4);
    }
    write(".hidden_i.png", BufferedImage.TYPE_BYTE_GRAY, 4, 4);
    Series series = PictureStack.read(folder, List.of("*_i.png"), List.of("*_0002_*"), 2);
    assertThat(names(series)).containsExactly("img_0001_i.png", "img_0010_i.png");
    assertThat(GeometryReport.of(series).verdict())
        .hasToString("4 × 4 × 2 voxels of 2.0 × 2.0 × 2.0 mm, evenly spaced");
    assertThat(series.description()).startsWith("PNG stack ");
    assertThat(names(read())).hasSize(4).endsWith("x.png");
  }

  @Test
  void aFolderOfPicturesIsOpenedAsAStack() throws Exception {
    for (int k = 0; k < 5; k++) {
      write("s" + k + ".png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
    }
    Library library = scan(folder);
    assertThat(library.leftOut()).isEmpty();
    assertThat(library.series()).hasSize(1);
    assertThat(library.instances())
        .hasSize(5)
        .allMatch(i -> i.source() == Source.PICTURE && i.hasPixels());
    assertThat(scan(folder).series().getFirst().uid()).isEqualTo(library.series().getFirst().uid());
  }

  @Test
  void aPictureOfAnotherNameLeavesTheStacksApart() throws Exception {
    for (int k = 0; k < 3; k++) {
      write("img_000" + k + "_i.png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
      write("img_000" + k + "_m.png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
    }
    write("mosaic.png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
    assertThat(scan(folder).series())
        .extracting(series -> series.instances().size())
        .containsExactlyInAnyOrder(3, 3, 1);
  }

  @Test
  void kindsOfNamesAreStacksOfTheirOwn() throws Exception {
    for (int k = 0; k < 3; k++) {
      write("img_000" + k + "_i.png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
      write("img_000" + k + "_m.png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
    }
    Library library = scan(folder);
    assertThat(library.series()).hasSize(2).allMatch(series -> series.instances().size() == 3);
    assertThat(library.series())
        .extracting(Series::description)
        .anyMatch(text -> text.endsWith("img_*_i.png"))
        .anyMatch(text -> text.endsWith("img_*_m.png"));
    assertThat(PictureStack.files(folder, List.of("*_i.png"), List.of("*1_i*"))).hasSize(2);
  }

  @Test
  void aPictureBesideDicomIsLeftOut() throws Exception {
    Images.write(folder.resolve("a.dcm"), Images.slice(0, 1));
    write("preview.png", BufferedImage.TYPE_BYTE_GRAY, 6, 4);
    Library library = scan(folder);
    assertThat(library.instances()).hasSize(1);
    assertThat(library.leftOut())
        .extracting(out -> out.reason().key())
        .containsExactly("png.beside");
  }

  @Test
  void aColourPictureADamagedOneAndABadPatternAreRefusedInOneSentence() throws Exception {
    var colour = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
    Path file = folder.resolve("a.png");
    ImageIO.write(colour, "png", file.toFile());
    assertThatThrownBy(this::read)
        .isInstanceOf(DicomException.class)
        .hasMessage(file + " is a picture in colour; only grey ones make a stack");
    assertThat(scan(folder).leftOut())
        .extracting(out -> out.reason().key())
        .containsExactly("png.colour");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
    assertThatThrownBy(this::read).hasMessage(file + " is a damaged PNG picture");
    assertThatThrownBy(() -> PictureStack.read(folder, List.of("[a"), List.of(), 1))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("“[a” is no pattern of file names");
    assertThatThrownBy(() -> PictureStack.read(folder, List.of("*.x"), List.of(), 1))
        .hasMessage("no picture in " + folder + " fits *.x");
  }

  @Test
  void aPictureCutOffInItsPixelsOrChangedSinceIsAnError() throws Exception {
    write("a.png", BufferedImage.TYPE_BYTE_GRAY, 64, 64);
    Path file = folder.resolve("a.png");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    Instance cut = read().instances().getFirst();
    assertThatThrownBy(() -> new FrameReader().read(cut.dataSet(), cut.transferSyntax(), 0))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("ends in the middle of its pixels");
    Files.write(file, whole);
    assertThatThrownBy(() -> new FrameReader().read(cut.dataSet(), cut.transferSyntax(), 0))
        .hasMessageContaining("has changed since it was opened");
  }

  @Test
  void aPictureIsNotOverwrittenButCanBeSavedAsDicom() throws Exception {
    write("a.png", BufferedImage.TYPE_BYTE_GRAY, 5, 3);
    byte[] before = Files.readAllBytes(folder.resolve("a.png"));
    Instance image = read().instances().getFirst();
    SaveJob refused = save(image, image.path());
    assertThat(refused.failures().toString())
        .contains("a.png is a picture, which is not changed; save it as DICOM to another place");
    assertThat(Files.readAllBytes(folder.resolve("a.png"))).isEqualTo(before);
    Path target = folder.resolve("a.dcm");
    assertThat(save(image, target).failures()).isEmpty();
    var saved = DicomReader.read(target);
    assertThat(new FrameReader().read(saved.dataSet(), saved.transferSyntax(), 0).samples().count())
        .isEqualTo(15);
  }

  private static SaveJob save(Instance image, Path target) throws Exception {
    var job =
        new SaveJob(
            List.of(new SaveJob.Item(image, target)),
            AtomicFile.Existing.REPLACE,
            Transcoding.Target.AS_IS,
            java.util.Optional.empty());
    return job.run(Progress.NONE, Parallel.SEQUENTIAL);
  }

  private Series read() throws DicomException {
    return PictureStack.read(folder, List.of(), List.of(), 1);
  }

  private static Library scan(Path path) {
    return Library.scan(List.of(path), Progress.NONE, Parallel.SEQUENTIAL);
  }

  private static List<String> names(Series series) {
    return series.instances().stream().map(i -> i.path().getFileName().toString()).toList();
  }

  private int[] write(String name, int type, int width, int height) throws Exception {
    var image = new BufferedImage(width, height, type);
    var random = new Random(5);
    int most = type == BufferedImage.TYPE_BYTE_GRAY ? 256 : 65_536;
    int[] values = new int[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(most);
      image.getRaster().setSample(i % width, i / width, 0, values[i]);
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    Files.write(folder.resolve(name), bytes.toByteArray());
    return values;
  }
}
