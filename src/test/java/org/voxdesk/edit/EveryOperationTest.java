package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.Peers;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.deid.ProfileOption;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// What the editor can do, done to the sample study: another program finds no error that was not
/// there before, and the pixels are the same bytes.
class EveryOperationTest {
  private static final TagPath OTHER_IDS = path("OtherPatientIDsSequence");
  private static final PseudonymKey KEY = new PseudonymKey("test");

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws Exception {
    SampleStudy.write(folder, AtomicFile.Existing.REFUSE, Parallel.SEQUENTIAL, Progress.NONE);
  }

  static Stream<Edit> operations() throws Exception {
    return Stream.of(
        new SetValue(path("PatientName"), Vr.PN, "Doe^Jane"),
        new SetValue(path("StudyDescription"), Vr.LO, "Chest"),
        new SetValue(path("PatientComments"), Vr.LT, "two\r\nlines"),
        new DeleteElement(path("StudyDescription")),
        new EditsTogether(
            List.of(
                ItemEdit.add(OTHER_IDS, 0),
                new SetValue(OTHER_IDS.child(0, Tag.PATIENT_ID), Vr.LO, "ID 2"),
                new SetValue(OTHER_IDS.child(0, Tag.of(0x0010, 0x0022)), Vr.CS, "TEXT"),
                ItemEdit.duplicate(OTHER_IDS, 0),
                ItemEdit.move(OTHER_IDS, 0, 1),
                ItemEdit.delete(OTHER_IDS, 1))),
        new EditsTogether(
            List.of(
                new SetValue(path("(0013,0010)"), Vr.LO, "VOXDESK TEST"),
                new SetValue(path("(0013,1001)"), Vr.LO, "private"))),
        PutElement.ofBytes(
            path("ImageComments"), Vr.LT, "a comment ".getBytes(StandardCharsets.US_ASCII)),
        new RemapUids(path("StudyInstanceUID"), Map.of("1.2.3", "1.2.4")),
        new ReencodeText(),
        new EmptyPreamble(),
        new ApplyRecipe(
            Recipe.parse("voxdesk: 1\nsteps:\n  - set: { StudyID: \"7\" }\n", "test.yaml")),
        new Deidentify(ProfileOptions.BASIC, KEY),
        new Deidentify(
            ProfileOptions.of(
                ProfileOption.RETAIN_UIDS,
                ProfileOption.RETAIN_FULL_DATES,
                ProfileOption.RETAIN_DEVICE_IDENTITY,
                ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
                ProfileOption.CLEAN_DESCRIPTORS,
                ProfileOption.RETAIN_SAFE_PRIVATE),
            KEY));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anotherProgramFindsNoNewErrorAndThePixelsStay(Edit edit) throws Exception {
    Path source = folder.resolve("CT_0060.dcm");
    DicomFile before = DicomReader.read(source);
    Path target = folder.resolve("edited.dcm");
    DicomWriter.save(edit.apply(before), target, AtomicFile.Existing.REPLACE);
    DicomFile after = DicomReader.read(target);
    assertThat(pixels(after)).isEqualTo(pixels(before));
    assertThat(Peers.dciodvfyErrors(target)).isEqualTo(Peers.dciodvfyErrors(source));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nothingChangesButWhatIsTold(Edit edit) throws Exception {
    DicomFile before = DicomReader.read(folder.resolve("CT_0060.dcm"));
    DicomFile after = edit.apply(before);
    List<Tag> told =
        Differences.between(before, after).stream()
            .map(
                d ->
                    d.path().steps().isEmpty()
                        ? d.path().tag()
                        : d.path().steps().getFirst().sequence())
            .toList();
    for (DataElement element : before.dataSet().elements()) {
      if (!told.contains(element.tag())) {
        assertThat(after.dataSet().get(element.tag())).contains(element);
      }
    }
  }

  private static List<Integer> pixels(DicomFile file) throws IOException {
    byte[] bytes = file.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes();
    return List.of(bytes.length, Arrays.hashCode(bytes));
  }

  private static TagPath path(String text) {
    return TagPath.parse(text).orElseThrow();
  }
}
