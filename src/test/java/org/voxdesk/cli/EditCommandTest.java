package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.sample.SampleStudy;

/// Changes of elements from the command line.
class EditCommandTest extends CommandLineCase {
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
  void textThatReadsDifferentlyWithAnotherCharacterSetIsWarnedAbout() throws Exception {
    Path latin = temporary.resolve("latin");
    String[] make = {
      "edit",
      slice(50),
      "--set",
      "SpecificCharacterSet=ISO_IR 100",
      "--set",
      "PatientName=Ärger^A",
      "--out",
      latin.toString()
    };
    assertThat(run(make)).isZero();
    String file = latin.resolve(SampleStudy.fileName(50)).toString();
    assertThat(errors.toString()).isEmpty();
    String set = "SpecificCharacterSet=ISO_IR 144";
    assertThat(run("edit", file, "--set", set, "--in-place")).isZero();
    assertThat(errors.toString())
        .contains("1 text(s) do not read as before")
        .contains("PatientName: “Ärger^A” → “Фrger^A”")
        .contains("--utf8");
  }

  @Test
  void imagesThatGetTheSameUidAreWarnedAbout() {
    String target = temporary.resolve("same").toString();
    assertThat(run("edit", slice(50), slice(51), "--set", "SOPInstanceUID=1.2.3", "--out", target))
        .isZero();
    assertThat(errors.toString()).contains("2 files now have 1 SOP Instance UID");
  }

  @Test
  void aFileThatIsCutShortIsToldWhenItIsEdited() throws Exception {
    byte[] whole = Files.readAllBytes(Path.of(slice(50)));
    Path cut = Files.write(temporary.resolve("cut.dcm"), Arrays.copyOf(whole, 100_000));
    String target = temporary.resolve("out").toString();
    assertThat(run("edit", cut.toString(), "--set", "StudyID=1", "--out", target)).isZero();
    assertThat(errors.toString()).contains("cut.dcm").contains("only");
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
  void inPlaceABackupOfEachFileIsKeptAndNotEditedItself() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("backup"));
    Path file = Files.copy(Path.of(slice(50)), folder.resolve("a.dcm"));
    byte[] before = Files.readAllBytes(file);
    String[] edit = {"edit", folder.toString(), "--set", "PatientID=1", "--in-place", "--backup"};
    assertThat(run(edit)).isZero();
    byte[] between = Files.readAllBytes(file);
    edit[3] = "PatientID=2";
    assertThat(run(edit)).isZero();
    assertThat(folder.resolve("a.dcm.bak")).hasBinaryContent(before);
    assertThat(folder.resolve("a.dcm.bak2")).hasBinaryContent(between);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
    assertThat(run("edit", slice(50), "--set", "PatientID=1", "--backup", "--out", to()))
        .isEqualTo(2);
  }

  @Test
  void filesAreNamedByAPattern() throws Exception {
    String id = "PatientID=A/B";
    String pattern = "{PatientID}/{InstanceNumber:4}_{name}";
    assertThat(run("edit", slice(50), "--set", id, "--name", pattern, "--out", to())).isZero();
    DataSet source = DicomReader.read(Path.of(slice(50))).dataSet();
    String number = "%04d".formatted(source.integer(Tag.INSTANCE_NUMBER).orElseThrow());
    assertThat(temporary.resolve("out/A_B/" + number + "_" + SampleStudy.fileName(50))).exists();
    assertThat(run("edit", slice(50), "--set", id, "--name", "{No}", "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("there is no keyword “No”");
    assertThat(run("edit", slice(50), "--set", id, "--name", "x", "--in-place")).isEqualTo(2);
  }
}
