package org.voxdesk.app.editor;

import java.nio.ByteOrder;
import java.util.Optional;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

/// An element whose value is to be edited, and what its editor has to know about it.
///
/// @param entry the dictionary's row, if there is one
/// @param text the value as text, several joined by backslashes; empty for binary values
/// @param bytes the raw value, if it is to be shown as bytes
/// @param order the byte order of the raw value
/// @param holder the data set that has the element, or is to have it
public record ElementToEdit(
    Tag tag,
    Vr vr,
    Optional<DictionaryEntry> entry,
    String text,
    Optional<BulkData> bytes,
    ByteOrder order,
    DataSet holder) {

  /// The element of `holder` as it is now.
  public static ElementToEdit of(DataSet holder, DataElement element) {
    DataElement understood = holder.understood(element);
    Optional<BulkData> bytes =
        switch (understood.value()) {
          case Value.Bytes(byte[] inMemory) -> Optional.of(new MemoryBulk(inMemory));
          case Value.Bulk(BulkData data) -> Optional.of(data);
          case Value.Items i -> Optional.empty();
          case Value.Fragments f -> Optional.empty();
        };
    return new ElementToEdit(
        understood.tag(),
        understood.vr(),
        holder.entry(understood.tag()),
        String.join("\\", ValueText.values(understood, holder.characterSet())),
        bytes,
        understood.order(),
        holder);
  }

  /// A new element of `holder`, still without a value.
  public static ElementToEdit empty(DataSet holder, Tag tag, Vr vr) {
    return new ElementToEdit(
        tag,
        vr,
        holder.entry(tag),
        "",
        Optional.of(new MemoryBulk(new byte[0])),
        holder.encoding().order(),
        holder);
  }

  /// What its text is encoded in.
  public CharacterSet characterSet() {
    return vr.kind() == Vr.Kind.LOCAL_TEXT ? holder.characterSet() : CharacterSet.DEFAULT;
  }

  /// Whether the value is edited as bytes: binary VRs, and what is too big to be in memory.
  boolean isBinary() {
    return vr.kind() == Vr.Kind.BINARY
        || bytes.filter(data -> !(data instanceof MemoryBulk)).isPresent();
  }

  /// The name of the element, or its tag where the dictionary has none.
  String name() {
    return entry
        .map(DictionaryEntry::name)
        .filter(name -> !name.isEmpty())
        .orElseGet(tag::toString);
  }
}
