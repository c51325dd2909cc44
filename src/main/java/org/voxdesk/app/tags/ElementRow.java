package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;

/// One element of a data set.
public final class ElementRow implements TagRow {
  private final TagPath path;
  private final int occurrence;
  private final DataSet holder;
  private final CharacterSet set;
  private final DataElement element;
  private Optional<String> searched = Optional.empty();
  private List<TagRow> children = List.of();
  private boolean built;

  /// An element with the data set that holds it and what decodes its text.
  ElementRow(TagPath path, int occurrence, DataSet holder, CharacterSet set, DataElement element) {
    this.path = path;
    this.occurrence = occurrence;
    this.holder = holder;
    this.set = set;
    this.element = element;
  }

  public TagPath path() {
    return path;
  }

  public Tag tag() {
    return element.tag();
  }

  public DataElement element() {
    return element;
  }

  /// How many elements of the same tag come before it in the same data set.
  public int occurrence() {
    return occurrence;
  }

  /// True where more than one element of the data set has this tag.
  public boolean isDuplicated() {
    return holder.elements().stream().filter(e -> e.tag().equals(tag())).count() > 1;
  }

  /// What decodes its text.
  public CharacterSet characterSet() {
    return set;
  }

  /// The dictionary's row for it.
  public Optional<DictionaryEntry> entry() {
    return holder.entry(tag());
  }

  /// Who owns the private block it is in.
  public Optional<String> creator() {
    return holder.privateCreator(tag());
  }

  /// The keyword; for private elements their name; empty where neither is known.
  public String name() {
    return name(entry());
  }

  private String name(Optional<DictionaryEntry> entry) {
    String keyword = tag().isPrivate() ? "" : Dictionary.standard().keyword(tag());
    if (tag().isPrivateCreator()) {
      keyword = Dictionary.standard().keyword(tag());
    }
    return keyword.isEmpty() ? entry.map(DictionaryEntry::name).orElse("") : keyword;
  }

  /// Its whole value as text; empty for sequences, fragments and what stays on disk.
  public String text() {
    return ValueText.display(element, set);
  }

  @Override
  public Key key() {
    return new Key(path, occurrence);
  }

  @Override
  public boolean isLeaf() {
    return !(element.value() instanceof Value.Items items) || items.items().isEmpty();
  }

  @Override
  public List<TagRow> children() {
    if (!built) {
      built = true;
      children = items();
    }
    return children;
  }

  private List<TagRow> items() {
    if (!(element.value() instanceof Value.Items items)) {
      return List.of();
    }
    var rows = new ArrayList<TagRow>();
    for (Value.Item item : items.items()) {
      rows.add(new ItemRow(path, rows.size(), item.dataSet().inheriting(set)));
    }
    return List.copyOf(rows);
  }

  @Override
  public String searched() {
    if (searched.isEmpty()) {
      Optional<DictionaryEntry> entry = entry();
      String name = entry.map(DictionaryEntry::name).orElse("");
      String digits = HexFormat.of().toHexDigits(tag().value());
      searched =
          Optional.of(
              String.join("\n", tag().toString(), digits, name(entry), name, text())
                  .toLowerCase(Locale.ROOT));
    }
    return searched.get();
  }

  @Override
  public boolean looksLike(TagRow other) {
    return other instanceof ElementRow row
        && row.element.equals(element)
        && row.set.equals(set)
        && (!tag().isPrivate() || row.creatorElement().equals(creatorElement()));
  }

  private Optional<DataElement> creatorElement() {
    return holder.get(Tag.of(tag().group(), tag().element() >>> 8));
  }
}
