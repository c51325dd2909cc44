package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.sample.SampleStudy;

/// The command line as a user sees it: exit codes, what is printed, what is written.
class CommandLineTest extends CommandLineCase {
  @Test
  void theManualPageNamesEveryCommand() throws IOException {
    String page = Files.readString(Path.of("installer/linux/voxdesk.1"));
    assertThat(Main.commands(noDesktop()).keySet())
        .allSatisfy(name -> assertThat(page).contains(".TP\n.B " + name + "\n"));
  }

  @Test
  void anArgumentThatLostLettersIsRefused() {
    assertThat(run("edit", "a.dcm", "--set", "PatientName=\uFFFD\uFFFD^\uFFFD", "--out", "o"))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("“PatientName=\uFFFD\uFFFD^\uFFFD” has lost letters");
    var latin = new LostLetters("Windows 11", "Cp1252");
    assertThat(latin.in("edit", "PatientName=?")).contains("PatientName=?");
    assertThat(latin.in("edit", "PatientName=x")).isEmpty();
    assertThat(new LostLetters("Windows 11", "UTF-8").in("PatientName=?")).isEmpty();
    assertThat(new LostLetters("Linux", "ISO-8859-1").in("PatientName=?")).isEmpty();
  }

  @Test
  void pathsWithoutACommandOpenTheWindow() {
    assertThat(run(series.toString(), "--lang", "zh-CN")).isZero();
    assertThat(out).hasToString("window [" + series + "] false zh-CN");
  }

  @Test
  void pathsAndTheSampleOpenTheWindowWithOrWithoutOtherOptions() {
    run("--sample", series.toString());
    run(series.toString(), "--sample", "--lang", "en");
    run();
    assertThat(out)
        .hasToString(
            "window [%1$s] true –window [%1$s] true enwindow [] false –".formatted(series));
  }

  @Test
  void wrongUsageOfTheWindowIsTwoWithAHint() {
    assertThat(run("--sample=1x")).isEqualTo(2);
    assertThat(run("--lang")).isEqualTo(2);
    assertThat(errors.toString()).contains("--sample", "--lang", "Try: voxdesk --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPathThatDoesNotExistIsRefusedInOneLine() {
    assertThat(run("no-such-command")).isEqualTo(1);
    assertThat(errors).hasToString("voxdesk: no-such-command does not exist\n");
  }

  @Test
  void wrongUsageIsTwoWithAHint() {
    assertThat(run("cube", series.toString(), "--out", "x")).isEqualTo(2);
    assertThat(errors.toString()).contains("--at").contains("Try: voxdesk cube --help");
    assertThat(run("cube", series.toString(), "--at", "1,2", "--out", "x")).isEqualTo(2);
    assertThat(run("edit", slice(50), "--set", "PatientName", "--out", "x")).isEqualTo(2);
    assertThat(run("edit", slice(50), "--out", "x")).isEqualTo(2);
    assertThat(run("get", slice(50), "NoSuchKeyword")).isEqualTo(2);
  }

  @Test
  void whatCheckFindsIsNamedByTagAndReason() throws Exception {
    String odd = temporary.resolve("odd").toString();
    assertThat(
            run(
                "edit",
                slice(50),
                "--set",
                "Rows:LO=512",
                "--add",
                "(0019,1001):LO=x",
                "--out",
                odd))
        .isZero();
    String file = temporary.resolve("odd").resolve(SampleStudy.fileName(50)).toString();
    assertThat(run("check", file)).isEqualTo(1);
    assertThat(out.toString()).contains("Rows is LO, where US").contains("nobody claims");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(run("--help")).isZero();
    String all = out.toString();
    for (String command : Main.commands(noDesktop()).keySet()) {
      assertThat(all).containsPattern("(?m)^  " + command + " ");
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(out.toString()).contains("Usage: voxdesk " + command);
    }
  }

  @Test
  void infoListsSeriesAndFilesLeftOut() throws Exception {
    Path text = Files.writeString(temporary.resolve("x.dcm"), "This is a text, no image.");
    assertThat(run("info", series.toString(), text.toString())).isZero();
    assertThat(out.toString())
        .contains("VOXDESK-SAMPLE", "8 images", "512 × 512 × 8 voxels", "evenly spaced")
        .contains(text + " is not a DICOM file");
  }

  @Test
  void infoTellsWhichPixelsAreNotAllThere() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("cut"));
    for (int k = 50; k < 53; k++) {
      Files.copy(Path.of(slice(k)), folder.resolve(k + ".dcm"));
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("51.dcm"));
    Files.write(folder.resolve("51.dcm"), Arrays.copyOf(bytes, bytes.length - 1000));
    assertThat(run("info", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("51.dcm: the pixel data has 523288 bytes where 524288 are needed")
        .doesNotContain("50.dcm", "52.dcm");
  }

  @Test
  void infoPromisesNoCubesWhereTheSlopeIsZero() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("slope"));
    for (int k = 1; k < 4; k++) {
      Images.write(folder.resolve("s" + k), Images.slice(k, k).with(Tag.RESCALE_SLOPE, Vr.DS, "0"));
    }
    assertThat(run("info", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("physical: no cubes: the rescale slope of some slices is 0");
  }

  @Test
  void infoTellsThatCubesNeedNumbers() throws Exception {
    byte[] floats = {0, 0, -64, 63, 0, 0, -64, 127};
    Path folder = Files.createDirectory(temporary.resolve("floats"));
    Images.write(
        folder.resolve("a"),
        Images.slice(0, 1)
            .with(Tag.ROWS, Vr.US, "1")
            .with(Tag.BITS_ALLOCATED, Vr.US, "32")
            .without(Tag.PIXEL_DATA)
            .with(
                DataElement.of(
                    Tag.FLOAT_PIXEL_DATA,
                    Vr.OF,
                    ByteOrder.LITTLE_ENDIAN,
                    new Value.Bytes(floats))));
    assertThat(run("info", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("1 pixels are no numbers", "physical: no cubes: some pixels have no value")
        .contains("classic: no cubes");
    assertThat(run("info", "--json", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("\"possible\" : false")
        .doesNotContain("\"possible\" : true");
  }

  @Test
  void infoTellsWhichWindowsCannotBeUsed() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("windows"));
    for (int k = 50; k < 53; k++) {
      DicomFile file = DicomReader.read(Path.of(slice(k)));
      DataSet changed =
          file.dataSet()
              .with(Tag.WINDOW_CENTER, Vr.DS, "40")
              .with(Tag.WINDOW_WIDTH, Vr.DS, k == 51 ? "1e30" : "400");
      DicomWriter.save(
          file.withDataSet(changed), folder.resolve(k + ".dcm"), AtomicFile.Existing.REFUSE);
    }
    assertThat(run("info", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("51.dcm: the window of the file, centre “40” and width “1e30”, cannot be used")
        .doesNotContain("50.dcm", "52.dcm");
  }

  @Test
  void infoAsJsonCanBeParsed() throws Exception {
    assertThat(run("info", "--json", series.toString())).isZero();
    JsonNode root = new ObjectMapper().readTree(out.toString());
    JsonNode one = root.at("/patients/0/studies/0/series/0");
    assertThat(one.get("images").asInt()).isEqualTo(8);
    assertThat(root.get("left_out")).isEmpty();
  }

  @Test
  void aFolderWithNothingToOpenIsAFailure() throws Exception {
    Files.writeString(temporary.resolve("readme.txt"), "nothing");
    assertThat(run("info", temporary.toString())).isEqualTo(1);
    assertThat(run("cube", temporary.toString(), "--at", "1,2,3", "--out", "o")).isEqualTo(1);
    assertThat(errors.toString()).contains("is not a DICOM file");
  }

  @Test
  void tagsAreListedAndFound() {
    assertThat(run("tags", slice(50), "--find", "patientname")).isZero();
    assertThat(out.toString()).contains("(0010,0010) PN").contains("Voxdesk^Sample");
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(run("tags", slice(50), "--find", "no such thing")).isEqualTo(1);
  }

  @Test
  void tagsOfOneLevelAsJson() throws Exception {
    assertThat(run("tags", slice(50), "--level", "patient", "--json")).isZero();
    JsonNode list = new ObjectMapper().readTree(out.toString());
    assertThat(list).isNotEmpty();
    list.forEach(row -> assertThat(row.get("tag").asText()).startsWith("(0010,"));
  }

  @Test
  void getPrintsOneValue() {
    assertThat(run("get", slice(50), "(0028,0010)")).isZero();
    assertThat(out).hasToString("512\n");
    assertThat(run("get", slice(50), "PatientComments")).isEqualTo(1);
    assertThat(errors.toString()).contains("has no PatientComments");
    assertThat(run("get", slice(50), "PixelData")).isEqualTo(1);
  }

  @Test
  void aPathThatIsMissingAmongOthersDoesNotKeepTheWindowShut() {
    assertThat(run(series.toString(), "no-such-folder")).isZero();
    assertThat(out.toString()).startsWith("window [" + series);
  }

  @Test
  void roundtripSaysIdenticalForEveryFile() {
    assertThat(run("roundtrip", series.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(8).allMatch(line -> line.endsWith(": identical"));
  }

  @Test
  void checkFindsNothingInTheSampleAndNamesAForbiddenValue() throws Exception {
    assertThat(run("check", slice(50))).isZero();
    assertThat(out.toString()).isEmpty();
    byte[] bytes = Files.readAllBytes(Path.of(slice(50)));
    byte[] sex = {0x10, 0, 0x40, 0, 'C', 'S', 2, 0};
    int at = indexOf(bytes, sex) + sex.length;
    bytes[at] = 'x';
    Path bad = Files.write(temporary.resolve("bad.dcm"), bytes);
    assertThat(run("check", bad.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("PatientSex CS “x”: only capital letters");
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
