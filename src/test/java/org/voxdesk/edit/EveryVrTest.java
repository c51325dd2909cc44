package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.Images;
import org.voxdesk.Peers;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;

/// Walks every VR through the editor: a valid value, an invalid one, one that breaks a rule
/// knowingly, undo, save, and reading by this and other programs.
class EveryVrTest {
  @TempDir Path folder;

  private Instance image;
  private byte[] original = {};

  /// A VR with a value that it allows, as it is read back, and one that it forbids.
  ///
  /// @param breakable whether the forbidden one can be stored all the same
  record Row(Vr vr, String valid, String invalid, boolean breakable) {
    /// The first current attribute of the dictionary with this VR and one value.
    TagPath path() {
      return TagPath.of(
          Dictionary.standard().entries().stream()
              .filter(e -> e.isSingle() && !e.retired() && e.vrs().equals(List.of(vr)))
              .filter(e -> vr == Vr.SQ || e.vm().equals("1"))
              .map(DictionaryEntry::tag)
              .filter(tag -> tag.group() > 0x0008 && tag.group() < 0x7F00)
              .filter(tag -> !tag.isPrivate() && !tag.equals(Tag.PATIENT_ID))
              .min(Comparator.naturalOrder())
              .orElse(Tag.of(0x0009, 0x1000 + vr.name().hashCode() % 0xF00)));
    }

    @Override
    public String toString() {
      return vr.name();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(Vr.AE, "STATION 1", "A STATION WITH A LONG NAME", true),
        new Row(Vr.AS, "045Y", "45Y", true),
        new Row(Vr.AT, "(0010,0010)", "somewhere", false),
        new Row(Vr.CS, "ABC_1", "abc", true),
        new Row(Vr.DA, "20200229", "20190229", true),
        new Row(Vr.DS, "1.25", "1,25", true),
        new Row(Vr.DT, "20200101120000.123456+0100", "1.1.2020", true),
        new Row(Vr.FD, "3.25", "x", false),
        new Row(Vr.FL, "1.5", "1e60", false),
        new Row(Vr.IS, "-42", "4.2", true),
        new Row(Vr.LO, "long string", "x".repeat(65), true),
        new Row(Vr.LT, "two\r\nlines", "x".repeat(10_241), true),
        new Row(Vr.OB, "01\\02", "0", false),
        new Row(Vr.OD, "00\\00\\00\\00\\00\\00\\F0\\3F", "00\\01", false),
        new Row(Vr.OF, "00\\00\\80\\3F", "00\\01", false),
        new Row(Vr.OL, "01\\00\\00\\00", "00\\01", false),
        new Row(Vr.OV, "01\\00\\00\\00\\00\\00\\00\\00", "00\\01", false),
        new Row(Vr.OW, "01\\00", "01", false),
        new Row(Vr.PN, "Doe^Jane^^Dr.", "a=b=c=d", true),
        new Row(Vr.SH, "short", "longer than sixteen", true),
        new Row(Vr.SL, "-70000", "3000000000", false),
        new Row(Vr.SQ, "", "text", false),
        new Row(Vr.SS, "-1", "40000", false),
        new Row(Vr.ST, "text", "x".repeat(1_025), true),
        new Row(Vr.SV, "-9223372036854775808", "9223372036854775808", false),
        new Row(Vr.TM, "235959.5", "24:00", true),
        new Row(Vr.UC, "unlimited", "a\u0001b", true),
        new Row(Vr.UI, "1.2.3", "1.02", true),
        new Row(Vr.UL, "4294967295", "-1", false),
        new Row(Vr.UN, "01\\02", "0", false),
        new Row(Vr.UR, "http://example.org/x", "two words", true),
        new Row(Vr.US, "65535", "65536", false),
        new Row(Vr.UT, "text", "a\u0001b", true),
        new Row(Vr.UV, "18446744073709551615", "-1", false));
  }

  @BeforeEach
  void write() throws Exception {
    Path path = Images.write(folder.resolve("image.dcm"), Images.slice(0, 1));
    image = new Instance(path, DicomReader.read(path));
    original = Files.readAllBytes(path);
  }

  @Test
  void everyVrHasARow() {
    assertThat(rows().map(Row::vr)).containsExactlyInAnyOrder(Vr.values());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aValueIsSetUndoneSavedAndReadBackWithNothingElseChanged(Row row) throws Exception {
    var set = new SetValue(row.path(), row.vr(), row.valid());
    EditHistory history = EditHistory.EMPTY.with(set, List.of(image));
    assertThat(DicomWriter.bytes(history.undo().current(image).file())).isEqualTo(original);
    DicomFile again = saved(history.redo().current(image).file());
    DataElement element = again.dataSet().get(row.path().tag()).orElseThrow();
    assertThat(element.vr()).isEqualTo(row.vr());
    assertThat(ValueText.display(element, again.dataSet().characterSet())).isEqualTo(row.valid());
    assertThat(again.problems()).isEmpty();
    assertThat(DicomWriter.bytes(new DeleteElement(row.path()).apply(again))).isEqualTo(original);
    assertThat(others(again.dataSet(), row)).isEqualTo(others(image.dataSet(), row));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aForbiddenValueIsRefusedUnlessItIsWantedKnowinglyAndCanBeStored(Row row) throws Exception {
    var refused = new SetValue(row.path(), row.vr(), row.invalid());
    assertThatThrownBy(() -> refused.apply(image.file())).isInstanceOf(DicomException.class);
    var anyway = new SetValue(row.path(), row.vr(), row.invalid(), Checking.STORABLE);
    if (row.breakable()) {
      DicomFile again = saved(anyway.apply(image.file()));
      DataElement element = again.dataSet().get(row.path().tag()).orElseThrow();
      assertThat(ValueText.display(element, again.dataSet().characterSet()))
          .isEqualTo(row.invalid());
      assertThat(DicomWriter.bytes(new DeleteElement(row.path()).apply(again))).isEqualTo(original);
    } else {
      assertThatThrownBy(() -> anyway.apply(image.file())).isInstanceOf(DicomException.class);
    }
  }

  @Test
  void otherProgramsReadEveryVrAsItWasSet() throws Exception {
    DicomFile file = image.file();
    for (Row row : rows().toList()) {
      file = new SetValue(row.path(), row.vr(), row.valid()).apply(file);
    }
    Path path = folder.resolve("every.dcm");
    DicomWriter.save(file, path, AtomicFile.Existing.REFUSE);
    String dump = Peers.dcmdump(path);
    assertThat(dump).doesNotContain("E: ");
    String script =
        """
        import sys, pydicom
        for e in pydicom.dcmread(sys.argv[1]):
            print(e.tag, e.VR, ascii(str(e.value)), sep='|')
        """;
    List<String> read = Peers.pydicom(script, path).lines().toList();
    for (Row row : rows().toList()) {
      Tag tag = row.path().tag();
      String start = tag.toString().toLowerCase(Locale.ROOT).replace(",", ", ");
      assertThat(dump).as(row.toString()).containsPattern(pattern(tag) + " (" + row.vr() + "|na)");
      assertThat(read)
          .as(row.toString())
          .anyMatch(line -> line.startsWith(start) && line.contains("|" + row.vr() + "|"));
      if (row.vr().isText() && row.vr() != Vr.LT && row.vr() != Vr.DS) {
        assertThat(read).anyMatch(l -> l.startsWith(start) && l.contains("'" + row.valid() + "'"));
      }
    }
  }

  private static String pattern(Tag tag) {
    return tag.toString().toLowerCase(Locale.ROOT).replace("(", "\\(").replace(")", "\\)");
  }

  private DicomFile saved(DicomFile file) throws Exception {
    Path path = folder.resolve("saved.dcm");
    DicomWriter.save(file, path, AtomicFile.Existing.REPLACE);
    return DicomReader.read(path);
  }

  private static List<String> others(DataSet dataSet, Row row) throws Exception {
    var texts = new ArrayList<String>();
    for (DataElement element : dataSet.elements()) {
      if (!element.tag().equals(row.path().tag())) {
        texts.add(element.tag() + Arrays.toString(element.bytes()));
      }
    }
    return texts;
  }
}
