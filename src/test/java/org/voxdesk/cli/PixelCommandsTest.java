package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.TestData;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;
import org.voxdesk.export.NpyArray;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.sample.SampleStudy;

/// What the command line makes of pixels: arrays, thresholded files, cubes and pictures.
class PixelCommandsTest extends CommandLineCase {
  @Test
  void pixelsAreAnArrayOfRowsAndColumns() throws Exception {
    Path target = temporary.resolve("slice.npy");
    assertThat(run("pixels", slice(50), "--out", target.toString())).isZero();
    NpyArray array = NpyArray.read(target);
    assertThat(array.shape()).containsExactly(512, 512);
    assertThat(array.shorts()).isEqualTo(pixels(Path.of(slice(50))));
    assertThat(run("pixels", slice(50), "--out", target.toString())).isEqualTo(1);
    assertThat(errors.toString()).contains("exists");
    assertThat(run("pixels", slice(50), "--hu", "--overwrite", "--out", target.toString()))
        .isZero();
    assertThat(out.toString()).contains("<i4");
  }

  @Test
  void aThresholdedSeriesIsSavedSmall() throws Exception {
    String plain = temporary.resolve("plain").toString();
    String small = temporary.resolve("small").toString();
    String[] threshold = {"threshold", slice(50), "--below", "300", "--to", "0", "--out"};
    assertThat(run(with(threshold, plain))).isZero();
    assertThat(run(with(threshold, small, "--compress", "jpegls"))).isZero();
    Path a = Path.of(plain, SampleStudy.fileName(50));
    Path b = Path.of(small, SampleStudy.fileName(50));
    assertThat(pixels(b)).isEqualTo(pixels(a));
    assertThat(Files.size(b)).isLessThan(Files.size(a) / 4);
    String back = temporary.resolve("back").toString();
    assertThat(run("edit", b.toString(), "--compress", "none", "--out", back)).isZero();
    assertThat(pixels(Path.of(back, SampleStudy.fileName(50)))).isEqualTo(pixels(a));
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aNumPyArrayDoesNotReplaceItsOwnSource() throws Exception {
    Path file = Files.copy(Path.of(slice(50)), temporary.resolve("own.dcm"));
    byte[] before = Files.readAllBytes(file);
    assertThat(run("pixels", file.toString(), "--out", file.toString(), "--overwrite"))
        .isEqualTo(1);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void thresholdSetsExactlyThePixelsBelow() throws Exception {
    assertThat(run("threshold", slice(50), "--below", "300", "--to", "0", "--out", to())).isZero();
    short[] before = pixels(Path.of(slice(50)));
    short[] after = pixels(temporary.resolve("out").resolve(SampleStudy.fileName(50)));
    short[] expected = before.clone();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = expected[i] < 300 ? 0 : expected[i];
    }
    assertThat(after).isEqualTo(expected).isNotEqualTo(before);
  }

  @Test
  void aDamagedSliceIsNamedAndTheRestGoesOn() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("in"));
    Files.copy(Path.of(slice(50)), folder.resolve("good.dcm"));
    byte[] bytes = Files.readAllBytes(Path.of(slice(51)));
    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, 100_000));
    assertThat(run("cube", folder.toString(), "--voxel", "200,200,0", "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("cut.dcm").contains("is cut off");
    assertThat(temporary.resolve("out/cube.npy")).exists();
    assertThat(run("info", folder.toString())).isZero();
  }

  @Test
  void aDoubleIsAWarningAndNoFailure() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("in"));
    for (int k = 50; k < 58; k++) {
      Files.copy(Path.of(slice(k)), folder.resolve(k + ".dcm"));
    }
    DicomFile file = DicomReader.read(Path.of(slice(53)));
    DicomWriter.save(
        DicomFile.of(
            file.dataSet().with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.4"),
            TransferSyntax.EXPLICIT_LITTLE),
        folder.resolve("double.dcm"),
        AtomicFile.Existing.REFUSE);
    String in = folder.toString();

    assertThat(run("cube", in, "--voxel", "200,200,3", "--size", "16", "--out", to())).isZero();
    assertThat(errors.toString()).contains("lies at the same place as").hasLineCount(1);
    assertThat(run("slices", in, "--mm", "4", "--out", to() + "2")).isZero();
  }

  @Test
  void cubesAreWrittenAndAPointOutsideIsRefused() throws Exception {
    assertThat(run("cube", series.toString(), "--lps", "0,0,-10", "--size", "16", "--out", to()))
        .isZero();
    assertThat(ImageIO.read(temporary.resolve("out/cube_mosaic.png").toFile()).getWidth())
        .isEqualTo(64);
    assertThat(temporary.resolve("out/cube.npy")).exists();
    assertThat(temporary.resolve("out/cube.json")).exists();
    assertThat(run("cube", series.toString(), "--lps", "0,0,900", "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("the point lies outside the scan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "a b*?", ""})
  void aNameThatIsNoneIsRefusedBeforeAnythingIsWritten(String name) {
    assertThat(run("cube", series.toString(), "--lps", "0,0,-10", "--name=" + name, "--out", to()))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("cannot be part of a file name").hasLineCount(1);
    assertThat(temporary.resolve("out")).doesNotExist();
  }

  @Test
  void anOutputFolderThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThat(run("cube", series.toString(), "--lps", "0,0,-10", "--out", file.toString()))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("is a file, not a folder");
    assertThat(file).hasContent("x");
  }

  @Test
  void slicesAreNumberedPictures() throws Exception {
    assertThat(run("slices", series.toString(), "--mode", "classic", "--mm", "2", "--out", to()))
        .isZero();
    assertThat(temporary.resolve("out/img_0000_i.png")).exists();
    assertThat(out.toString()).contains("pictures written");
  }

  @Test
  void theClassicCubeOfARealNoduleEqualsTheRecipesMosaic() throws Exception {
    Path folder = TestData.data("ct/LIDC-IDRI-0003");
    Path golden = TestData.golden("cubes/LIDC-IDRI-0003/nodule2");
    assertThat(
            run(
                "cube",
                folder.toString(),
                "--at",
                "252,162,207",
                "--mode",
                "classic",
                "--out",
                to()))
        .isZero();
    assertThat(grey(temporary.resolve("out/cube_mosaic.png")))
        .isEqualTo(grey(golden.resolve("mosaic_8x8.png")));
  }

  private static int[] grey(Path png) throws Exception {
    var image = ImageIO.read(png.toFile());
    return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
  }

  @Test
  void aTruncatedSliceIsNotThresholded() throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(slice(51)));
    Path cut = Files.write(temporary.resolve("cut.dcm"), Arrays.copyOf(bytes, 100_000));
    assertThat(run("threshold", cut.toString(), "--below", "300", "--to", "0", "--out", to()))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("cut.dcm was not edited");
    assertThat(temporary.resolve("out/cut.dcm")).doesNotExist();
  }
}
