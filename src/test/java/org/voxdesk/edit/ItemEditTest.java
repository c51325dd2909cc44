package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

class ItemEditTest {
  private static final TagPath SEQUENCE = TagPath.of(new Tag(0x00081140));

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void itemsAreAddedDeletedDuplicatedAndMoved(Encoding encoding) throws Exception {
    DicomFile file = file(encoding, "a", "b", "c");
    assertThat(after(file, ItemEdit.delete(SEQUENCE, 1))).containsExactly("a", "c");
    assertThat(after(file, ItemEdit.duplicate(SEQUENCE, 0))).containsExactly("a", "a", "b", "c");
    assertThat(after(file, ItemEdit.move(SEQUENCE, 0, 2))).containsExactly("b", "c", "a");
    assertThat(after(file, ItemEdit.move(SEQUENCE, 2, 0))).containsExactly("c", "a", "b");
    assertThat(after(file, ItemEdit.add(SEQUENCE, 3))).containsExactly("a", "b", "c", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void takingANewItemOutAgainGivesTheSameBytes(Encoding encoding) throws Exception {
    DicomFile file = reread(file(encoding, "a", "b"));
    DicomFile added = ItemEdit.add(SEQUENCE, 1).apply(file);
    DicomFile filled = new SetValue(SEQUENCE.child(1, Tag.PATIENT_ID), Vr.LO, "new").apply(added);
    assertThat(ids(reread(filled))).containsExactly("a", "new", "b");
    assertThat(DicomWriter.bytes(ItemEdit.delete(SEQUENCE, 1).apply(filled)))
        .isEqualTo(DicomWriter.bytes(file));
  }

  @ParameterizedTest
  @EnumSource(ItemEdit.Action.class)
  void anItemThatIsNotThereIsRefused(ItemEdit.Action action) throws Exception {
    DicomFile file = file(Encoding.EXPLICIT_LITTLE, "a");
    assertThatThrownBy(() -> new ItemEdit(SEQUENCE, action, 2, 0).apply(file))
        .isInstanceOf(DicomException.class)
        .hasMessage("there is no ReferencedImageSequence[2]");
    assertThatThrownBy(() -> new ItemEdit(TagPath.of(Tag.PATIENT_ID), action, 0, 0).apply(file))
        .isInstanceOf(DicomException.class);
  }

  private static List<String> after(DicomFile file, ItemEdit edit) throws Exception {
    return ids(reread(edit.apply(file)));
  }

  private static List<String> ids(DicomFile file) {
    return file.dataSet().items(SEQUENCE.tag()).stream()
        .map(item -> item.text(Tag.PATIENT_ID).orElse(""))
        .toList();
  }

  private static DicomFile reread(DicomFile file) throws Exception {
    DicomFile again = DicomReader.read(DicomWriter.bytes(file));
    assertThat(again.problems()).isEmpty();
    return again;
  }

  private static DicomFile file(Encoding encoding, String... ids) throws DicomException {
    var items = new ArrayList<Value.Item>();
    for (String id : ids) {
      DataSet item = DataSet.empty(encoding).with(Tag.PATIENT_ID, Vr.LO, id);
      items.add(new Value.Item(item, Framing.NONE));
    }
    ByteOrder order = encoding.order();
    return Images.file(
        DataSet.empty(encoding)
            .with(DataElement.of(SEQUENCE.tag(), Vr.SQ, order, new Value.Items(items)))
            .with(Tag.PATIENT_ID, Vr.LO, "patient"));
  }
}
