package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomReader;

class CubesCommandTest extends CommandLineCase {
  @Test
  void aCubeIsWrittenInTheFormatsThatWereAskedFor() throws Exception {
    int code =
        run(
            "cube",
            series.toString(),
            "--voxel",
            "256,256,4",
            "--size",
            "16",
            "--interpolation",
            "cubic",
            "--anti-alias",
            "--fill",
            "-1024",
            "--formats",
            "npz,nifti,nrrd,dicom",
            "--window=-1200,600",
            "--out",
            to());

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    Path made = temporary.resolve("out");
    for (String name : new String[] {"cube.npz", "cube.nii.gz", "cube.nrrd", "cube.json"}) {
      assertThat(made.resolve(name)).exists();
    }
    assertThat(made.resolve("cube_dicom/0016.dcm")).exists();
    assertThat(Files.readString(made.resolve("cube.json")))
        .contains("tricubic (Catmull-Rom), averaged where shrinking")
        .contains("\"low\" : -1200.0")
        .contains("patient_code")
        .doesNotContain("VOXDESK-SAMPLE");
  }

  @Test
  void aMosaicHasTheRowsAndColumnsThatWereAskedFor() throws Exception {
    String[] command = {
      "cube",
      series.toString(),
      "--voxel",
      "256,256,4",
      "--size",
      "16",
      "--mosaic",
      "2x8",
      "--out",
      to()
    };
    assertThat(run(command)).as(errors.toString()).isZero();
    Path made = temporary.resolve("out");
    var picture = javax.imageio.ImageIO.read(made.resolve("cube_mosaic.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(8 * 16);
    assertThat(picture.getHeight()).isEqualTo(2 * 16);
    assertThat(Files.readString(made.resolve("cube.json")))
        .containsPattern("\"columns\" : 8,\\s+\"rows\" : 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--formats tiff | “tiff” is none of mosaic, png, npy, npz, nifti, nrrd, dicom",
        "--mode best | “best” is none of classic, physical",
        "--window 400,-1000 | “400,-1000” is no window: two numbers, of which the first is the"
            + " lower",
        "--size x | --size",
        "--mosaic 8 | “8” is no mosaic like 8x8",
        "--mosaic 7x9 | a mosaic of 7 × 9 does not fit 64 slices; the usual one is 8x8",
        "--mosaic 9x9 | does not fit",
        "--mode=classic --anti-alias | --anti-alias is of physical mode",
        "--fill=0 --mode=classic | --fill is of physical mode",
        "--key= --size=16 | --key must not be empty",
      })
  void wrongOptionsOfACubeAreNamed(String option, String words) {
    String[] parts = option.split(" ", -1);
    int code =
        run("cube", series.toString(), "--voxel", "1,1,1", parts[0], parts[1], "--out", to());

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--shard 5/4 | no share",
        "--shard 5 | like 1/4",
        "--validation 2 | from 0 to 1",
        "--key= --size=16 | --key must not be empty",
      })
  void wrongOptionsOfCubesAreNamed(String option, String words) throws Exception {
    Path csv = temporary.resolve("a.csv");
    Files.writeString(csv, "seriesuid,coordX,coordY,coordZ\n");
    String[] parts = option.split(" ", -1);
    int code =
        run(
            "cubes",
            "--annotations",
            csv.toString(),
            "--in",
            series.toString(),
            "--out",
            to(),
            parts[0],
            parts[1]);

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--size 700 | from 1 to 512 voxels, not 700",
        "--mm 0 | must be a positive number",
        "--fill 99999 | from -32768 to 32767",
        "--size 16 | a.csv marks no nodule",
      })
  void whatCannotBeMadeIsToldOnceAndLeavesNothing(String option, String words) throws Exception {
    Path csv = temporary.resolve("a.csv");
    Files.writeString(csv, "seriesuid,coordX,coordY,coordZ\n");
    String[] parts = option.split(" ", -1);

    int code =
        run(
            "cubes",
            "--annotations",
            csv.toString(),
            "--in",
            series.toString(),
            "--out",
            to(),
            parts[0],
            parts[1]);

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString()).contains(words).hasLineCount(1);
    assertThat(temporary.resolve("out")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldInASentence() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    assertThat(run("cube", series.toString(), "--voxel", "1,1,1", "--out", "/proc/xx"))
        .isEqualTo(1);
    assertThat(errors.toString().strip())
        .isEqualTo(
            "voxdesk: /proc/xx cannot be written in: there is no such folder, and it cannot be"
                + " made");
  }

  @Test
  void oneCubeIsNotCalledCubes() throws Exception {
    Path csv = temporary.resolve("a.csv");
    String uid = DicomReader.read(Path.of(slice(50))).dataSet().text(Tag.SERIES_INSTANCE_UID).get();
    Files.writeString(csv, "seriesuid,coordX,coordY,coordZ\n" + uid + ",0,0,-10\n");
    String[] command = {
      "cubes", "--annotations", csv.toString(), "--in", series.toString(), "--out", to()
    };
    assertThat(run(command)).as(errors.toString()).isZero();
    assertThat(out.toString()).startsWith("1 cube written, 0 kept in");
  }

  @Test
  void aBadRowIsToldAndTheRestIsMade() throws Exception {
    Path csv = temporary.resolve("a.csv");
    String uid = DicomReader.read(Path.of(slice(50))).dataSet().text(Tag.SERIES_INSTANCE_UID).get();
    Files.writeString(
        csv, "seriesuid;coordX;coordY;coordZ\n%1$s;abc;0;0\n%1$s;0,5;0;-10\n".formatted(uid));
    String[] command = {
      "cubes", "--annotations", csv.toString(), "--in", series.toString(), "--out", to()
    };

    assertThat(run(command)).isEqualTo(1);

    assertThat(errors.toString()).contains("a.csv, line 2 is left out").hasLineCount(1);
    assertThat(out.toString()).startsWith("1 cube written");
  }

  @Test
  void aSeriesThatIsNotThereIsToldAndNothingIsDone() throws Exception {
    Path csv = temporary.resolve("a.csv");
    Files.writeString(csv, "seriesuid,coordX,coordY,coordZ\n1.2.3,1,2,3\n");

    int code =
        run("cubes", "--annotations", csv.toString(), "--in", series.toString(), "--out", to());

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString()).contains("series 1.2.3 is not in the folder");
  }

  @ParameterizedTest
  @CsvSource({
    "nifti, volume.nii.gz",
    "nifti, volume_mask.nii.gz",
    "nifti, volume.json",
    "dicom, 0001.dcm",
    "dicom, valid_seg.dcm",
    "dicom, volume.json",
    "png, img_0000_i.png"
  })
  void slicesAreWrittenInTheFormatThatWasAskedFor(String format, String file) {
    int code = run("slices", series.toString(), "--mm", "4", "--format", format, "--out", to());

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(temporary.resolve("out").resolve(file)).exists();
  }

  @Test
  void infoSaysWhatEachModeDoes() {
    assertThat(run("info", series.toString())).isZero();
    assertThat(out.toString())
        .contains("physical: the slices fill 20 mm of the 64 mm of a cube")
        .contains("classic: ");
    assertThat(run("info", series.toString(), "--json")).isZero();
    assertThat(out.toString()).contains("\"traits\" : [ \"thin\" ]");
  }
}
