package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

class RoundTripTest {
  /// What is in the collection beside DICOM files; no toolkit opens any of it.
  private static final Map<String, String> NO_DICOM =
      Map.of(
          "README.md", "text",
          "LIDC-IDRI-ATTRIBUTION.txt", "text",
          "LIDC-IDRI-0003.xml", "annotations in XML",
          "LIDC-IDRI-0003-nodules.tsv", "a table",
          "test_PN.json", "JSON",
          "test1.json", "JSON",
          "metadata", "JSON",
          "CTImageOddAligned.dat", "the body of a multipart HTTP response",
          "CTImageEvenAligned.dat", "the body of a multipart HTTP response");

  @Test
  void everyReadableFileIsWrittenBackByteForByte() throws Exception {
    var refused = new TreeSet<String>();
    var different = new ArrayList<Path>();
    int same = 0;
    for (Path path : files()) {
      try {
        byte[] written = DicomWriter.bytes(DicomReader.read(path));
        if (Arrays.equals(written, Files.readAllBytes(path))) {
          same++;
        } else {
          different.add(path);
        }
      } catch (DicomException e) {
        assertThat(e.getMessage()).isEqualTo(path + " is not a DICOM file");
        refused.add(path.getFileName().toString());
      }
    }
    assertThat(different).isEmpty();
    assertThat(same).isGreaterThan(500);
    assertThat(refused).isEqualTo(new TreeSet<>(NO_DICOM.keySet()));
  }

  @Test
  void changingOneElementChangesNothingElse() throws Exception {
    Path path = TestData.data("ct/LIDC-IDRI-0003/000001.dcm");
    byte[] original = Files.readAllBytes(path);
    DicomFile file = DicomReader.read(path);
    DataSet changed = file.dataSet().with(Tag.PATIENT_ID, Vr.LO, "LIDC-IDRI-9999");
    byte[] written = DicomWriter.bytes(file.withDataSet(changed));
    int at = Arrays.mismatch(original, written);
    assertThat(written).hasSameSizeAs(original);
    assertThat(new String(written, at - 10, 14, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("LIDC-IDRI-9999");
    assertThat(Arrays.mismatch(original, at + 4, original.length, written, at + 4, written.length))
        .isEqualTo(-1);
  }

  @Test
  void putsALengthThatEnclosesAChangeRight() throws Exception {
    Path path = TestData.data("conformance/pydicom/test_files/nested_priv_SQ.dcm");
    DicomFile file = DicomReader.read(path);
    DataElement sequence =
        file.dataSet().elements().stream().filter(e -> e.vr() == Vr.SQ).findFirst().orElseThrow();
    var inside = org.voxdesk.dicom.TagPath.of(sequence.tag()).child(0, Tag.PATIENT_ID);
    DataSet changed =
        inside.change(file.dataSet(), item -> item.with(Tag.PATIENT_ID, Vr.LO, "ABCDEF"));
    DicomFile again = DicomReader.read(DicomWriter.bytes(file.withDataSet(changed)));
    assertThat(again.problems()).hasSameSizeAs(file.problems());
    assertThat(inside.holder(again.dataSet()).flatMap(item -> item.text(Tag.PATIENT_ID)))
        .contains("ABCDEF");
    assertThat(again.dataSet().elements()).hasSameSizeAs(file.dataSet().elements());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(TestData.data("."))) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }
}
