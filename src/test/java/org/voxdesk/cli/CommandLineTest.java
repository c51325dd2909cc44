package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.export.NpyArray;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;
import picocli.CommandLine;

/// The command line as a user sees it: exit codes, what is printed, what is written.
class CommandLineTest {
  @TempDir private static Path shared;
  private static Path series;

  @TempDir private Path temporary;

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

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

  private int run(String... arguments) {
    var desktop =
        new Desktop() {
          @Override
          public int open(List<Path> paths, boolean sample, Optional<String> language) {
            out.write("window " + paths + " " + sample + " " + language.orElse("–"));
            return 0;
          }

          @Override
          public int demo(Path folder) {
            out.write("demo " + folder);
            return 0;
          }
        };
    CommandLine line = Main.commandLine(desktop);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(errors, true));
    return line.execute(arguments);
  }

  private static String slice(int k) {
    return series.resolve(SampleStudy.fileName(k)).toString();
  }

  @Test
  void pathsWithoutACommandOpenTheWindow() {
    assertThat(run(series.toString(), "--lang", "zh-CN")).isZero();
    assertThat(out).hasToString("window [" + series + "] false zh-CN");
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
  void textThatTheCharacterSetLacksIsRefusedUnlessTheFileIsReencoded() throws Exception {
    String target = temporary.resolve("utf8").toString();
    String name = "PatientName=李^雷";
    String latin = temporary.resolve("latin").toString();
    String set = "SpecificCharacterSet=ISO_IR 100";
    assertThat(run("edit", slice(50), "--set", set, "--out", latin)).isZero();
    String source = temporary.resolve("latin").resolve(SampleStudy.fileName(50)).toString();
    assertThat(run("edit", source, "--set", name, "--out", target)).isEqualTo(1);
    assertThat(errors.toString()).contains("ISO_IR 192").contains("--utf8");
    assertThat(run("edit", source, "--utf8", "--set", name, "--out", target)).isZero();
    String edited = temporary.resolve("utf8").resolve(SampleStudy.fileName(50)).toString();
    assertThat(run("get", edited, "PatientName")).isZero();
    assertThat(run("get", edited, "SpecificCharacterSet")).isZero();
    assertThat(out.toString()).contains("李^雷\nISO_IR 192\n");
  }

  @Test
  void pixelsAreAnArrayOfFramesRowsAndColumns() throws Exception {
    Path target = temporary.resolve("slice.npy");
    assertThat(run("pixels", slice(50), "--out", target.toString())).isZero();
    NpyArray array = NpyArray.read(target);
    assertThat(array.shape()).hasSize(3).startsWith(1);
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
  void itemsAreAddedFilledAndTakenOut() throws Exception {
    String filled = temporary.resolve("filled").toString();
    String[] edit = {
      "edit",
      slice(50),
      "--add-item",
      "OtherPatientIDsSequence[0]",
      "--set",
      "OtherPatientIDsSequence[0].PatientID=2",
      "--out",
      filled
    };
    assertThat(run(edit)).isZero();
    String file = Path.of(filled, SampleStudy.fileName(50)).toString();
    assertThat(run("get", file, "OtherPatientIDsSequence[0].PatientID")).isZero();
    assertThat(out.toString()).endsWith("2\n");
    assertThat(run("edit", file, "--delete-item", "OtherPatientIDsSequence[0]", "--in-place"))
        .isZero();
    assertThat(run("get", file, "OtherPatientIDsSequence[0].PatientID")).isEqualTo(1);
    assertThat(run("edit", file, "--delete-item", "OtherPatientIDsSequence[0]", "--in-place"))
        .isEqualTo(1);
    assertThat(run("edit", file, "--delete-item", "PatientID", "--in-place")).isEqualTo(2);
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
  void aDicomdirIsAFileLikeAnyOtherToEditAndCheckAndRewrite() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("directory"));
    Path source = TestData.data("conformance/pydicom/test_files/dicomdirtests/DICOMDIR");
    Path directory = Files.copy(source, folder.resolve("DICOMDIR"));
    byte[] before = Files.readAllBytes(directory);
    assertThat(run("roundtrip", directory.toString())).isZero();
    assertThat(out.toString()).contains("DICOMDIR: identical");
    assertThat(run("edit", directory.toString(), "--set", "FileSetID=OTHER", "--in-place"))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("found by their place");
    assertThat(directory).hasBinaryContent(before);
    assertThat(run("edit", directory.toString(), "--set", "FileSetID=PYDICOM_EDIT", "--in-place"))
        .isZero();
    assertThat(Files.readAllBytes(directory)).hasSameSizeAs(before).isNotEqualTo(before);
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
    assertThat(out.toString()).contains("Rows is LO, not US").contains("nobody claims");
  }

  @Test
  void aProgramInThePreambleIsToldAndZeroed() throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(slice(50)));
    byte[] program = bytes.clone();
    program[0] = 'M';
    program[1] = 'Z';
    Path file = Files.write(temporary.resolve("program.dcm"), program);
    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("EXECUTABLE_PREAMBLE");
    assertThat(run("edit", file.toString(), "--empty-preamble", "--in-place")).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : Main.commandLine(noDesktop()).getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
    assertThat(out.toString()).contains("Usage: voxdesk cube");
  }

  private static Desktop noDesktop() {
    return new Desktop() {
      @Override
      public int open(List<Path> paths, boolean sample, Optional<String> language) {
        return 1;
      }

      @Override
      public int demo(Path folder) {
        return 1;
      }
    };
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
  void editChangesOneElementAndNothingElse() throws Exception {
    assertThat(run("edit", slice(50), "--set", "PatientName=Other^Name", "--out", to())).isZero();
    DicomFile before = DicomReader.read(Path.of(slice(50)));
    Path written = temporary.resolve("out").resolve(SampleStudy.fileName(50));
    DicomFile after = DicomReader.read(written);
    assertThat(after.dataSet().text(Tag.PATIENT_NAME)).contains("Other^Name");
    DataSet restored = after.dataSet().with(before.dataSet().get(Tag.PATIENT_NAME).orElseThrow());
    assertThat(DicomWriter.bytes(after.withDataSet(restored)))
        .isEqualTo(Files.readAllBytes(Path.of(slice(50))));
  }

  private String to() {
    return temporary.resolve("out").toString();
  }

  @Test
  void editOfAWholeSeriesFromOneOfItsFiles() throws Exception {
    assertThat(run("edit", slice(50), "--scope", "series", "--set", "PatientID=X1", "--out", to()))
        .isZero();
    try (Stream<Path> files = Files.list(temporary.resolve("out"))) {
      assertThat(files).hasSize(8);
    }
  }

  @Test
  void aValueThatTheVrForbidsIsRefusedAndNothingIsWritten() {
    assertThat(run("edit", slice(50), "--set", "PatientBirthDate=2020", "--out", to()))
        .isEqualTo(1);
    assertThat(errors.toString())
        .contains("(0010,0030) DA does not allow “2020”: a date is a real day written YYYYMMDD");
    assertThat(temporary.resolve("out").resolve(SampleStudy.fileName(50))).doesNotExist();
  }

  @Test
  void addRefusesWhatIsThereAndDeleteTakesOut() throws Exception {
    assertThat(run("edit", slice(50), "--add", "PatientID=Y", "--out", to())).isEqualTo(1);
    assertThat(
            run(
                "edit",
                slice(51),
                "--add",
                "00091001:LO=mine",
                "--add",
                "PatientComments=hello",
                "--delete",
                "KVP",
                "--out",
                to()))
        .isZero();
    DataSet edited =
        DicomReader.read(temporary.resolve("out").resolve(SampleStudy.fileName(51))).dataSet();
    assertThat(edited.text(Tag.of(0x0009, 0x1001))).contains("mine");
    assertThat(edited.text(Tag.of(0x0010, 0x4000))).contains("hello");
    assertThat(edited.contains(Tag.KVP)).isFalse();
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndWritesNothing() {
    assertThat(run("edit", slice(50), "--set", "PatientID=Z", "--out", to(), "--dry-run")).isZero();
    assertThat(out.toString()).contains("PatientID: “VOXDESK-SAMPLE” → “Z”");
    assertThat(temporary.resolve("out")).doesNotExist();
  }

  @Test
  void editInPlaceAndNeverOverAnotherFileUnasked() throws Exception {
    Path copy = Files.copy(Path.of(slice(52)), temporary.resolve("a.dcm"));
    assertThat(run("edit", copy.toString(), "--set", "PatientID=P", "--in-place")).isZero();
    assertThat(DicomReader.read(copy).dataSet().text(Tag.PATIENT_ID)).contains("P");
    assertThat(run("edit", copy.toString(), "--set", "PatientID=Q", "--out", to())).isZero();
    assertThat(run("edit", copy.toString(), "--set", "PatientID=R", "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("exists already");
    assertThat(DicomReader.read(temporary.resolve("out/a.dcm")).dataSet().text(Tag.PATIENT_ID))
        .contains("Q");
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

  private static short[] pixels(Path file) throws Exception {
    DicomFile read = DicomReader.read(file);
    Frame frame = new FrameReader().read(read.dataSet(), read.transferSyntax(), 0);
    return Images.shorts(frame);
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
  void aPathThatIsMissingAmongOthersDoesNotKeepTheWindowShut() {
    assertThat(run(series.toString(), "no-such-folder")).isZero();
    assertThat(out.toString()).startsWith("window [" + series);
  }

  @Test
  void theMetaHeaderFollowsTheSopInstanceUid() throws Exception {
    assertThat(run("edit", slice(50), "--set", "SOPInstanceUID=1.2.3.4", "--out", to())).isZero();
    Path written = temporary.resolve("out").resolve(SampleStudy.fileName(50));
    assertThat(DicomReader.read(written).meta().text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID))
        .contains("1.2.3.4");
  }

  @Test
  void anItemThatIsNotThereIsNamed() {
    assertThat(
            run(
                "edit",
                slice(50),
                "--set",
                "RequestAttributesSequence[0].ScheduledProcedureStepID=7",
                "--out",
                to()))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("there is no RequestAttributesSequence[0]");
  }

  @Test
  void deletingWhatIsNotThereIsSaid() {
    assertThat(run("edit", slice(50), "--delete", "PatientComments", "--out", to())).isZero();
    assertThat(errors.toString()).contains("has no PatientComments");
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
