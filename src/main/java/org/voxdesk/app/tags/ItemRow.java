package org.voxdesk.app.tags;

import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;

/// One item of a sequence.
public final class ItemRow implements TagRow {
  private final TagPath sequence;
  private final int index;
  private final DataSet dataSet;
  private List<TagRow> children = List.of();
  private boolean built;

  /// Item `index`, from 0, of the sequence at `sequence`.
  ///
  /// @param dataSet what is in it, with the character set that it inherits
  ItemRow(TagPath sequence, int index, DataSet dataSet) {
    this.sequence = sequence;
    this.index = index;
    this.dataSet = dataSet;
  }

  /// Which item it is, from 0.
  public int index() {
    return index;
  }

  /// The path of an element in this item.
  public TagPath child(Tag tag) {
    return sequence.child(index, tag);
  }

  @Override
  public Key key() {
    return new Key(child(Tag.ITEM), 0);
  }

  @Override
  public boolean isLeaf() {
    return dataSet.elements().isEmpty();
  }

  @Override
  public List<TagRow> children() {
    if (!built) {
      built = true;
      children = TagRows.of(dataSet, this::child);
    }
    return children;
  }

  @Override
  public String searched() {
    return "";
  }

  @Override
  public boolean looksLike(TagRow other) {
    return other instanceof ItemRow item && item.dataSet == dataSet;
  }
}
