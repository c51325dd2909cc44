package org.voxdesk.app.tags;

import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;

/// One item of a sequence, in one or several images.
public final class ItemRow implements TagRow {
  private final TagPath sequence;
  private final int index;
  private final int siblings;
  private final List<DataSet> dataSets;
  private final int images;
  // As in ElementRow.
  private volatile List<TagRow> children = List.of();
  private volatile boolean built;

  /// Item `index`, from 0, of the sequence at `sequence`.
  ///
  /// @param siblings how many items the sequence has
  /// @param dataSets what is in it, with the character set that it inherits, in each image that has
  ///   it
  /// @param images how many images there are
  ItemRow(TagPath sequence, int index, int siblings, List<DataSet> dataSets, int images) {
    this.sequence = sequence;
    this.index = index;
    this.siblings = siblings;
    this.dataSets = List.copyOf(dataSets);
    this.images = images;
  }

  /// The sequence that it is an item of.
  public TagPath sequence() {
    return sequence;
  }

  /// Which item it is, from 0.
  public int index() {
    return index;
  }

  /// How many items the sequence has.
  int siblings() {
    return siblings;
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
    return dataSets.stream().allMatch(dataSet -> dataSet.elements().isEmpty());
  }

  @Override
  public List<TagRow> children() {
    if (!built) {
      children = TagRows.of(dataSets, images, this::child);
      built = true;
    }
    return children;
  }

  @Override
  public String searched() {
    return "";
  }

  @Override
  public String names() {
    return "";
  }

  @Override
  public String values() {
    return "";
  }

  @Override
  public String vr() {
    return "";
  }

  @Override
  public boolean looksLike(TagRow other) {
    return other instanceof ItemRow item && item.dataSets.equals(dataSets);
  }
}
