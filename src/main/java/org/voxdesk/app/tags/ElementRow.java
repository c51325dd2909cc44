package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;

/// One element of a data set, or the elements of one place in several images, of which the first
/// speaks for all.
public final class ElementRow implements TagRow {
  private final TagPath path;
  private final int occurrence;
  private final DataSet holder;
  private final CharacterSet set;
  private final DataElement element;
  private final Spread spread;
  // Worked out when first wanted, by the window or by a search; both work out the same.
  private volatile Optional<String> searched = Optional.empty();
  private volatile List<TagRow> children = List.of();
  private volatile boolean built;

  /// The elements of `spread`, at least one.
  ///
  /// @param element the first of them
  ElementRow(TagPath path, int occurrence, DataSet holder, DataElement element, Spread spread) {
    this.path = path;
    this.occurrence = occurrence;
    this.holder = holder;
    this.set = holder.characterSet();
    this.element = element;
    this.spread = spread;
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

  /// What it is in each of the images.
  Spread spread() {
    return spread;
  }

  /// The data set that holds the first of them.
  DataSet holder() {
    return holder;
  }

  /// What decodes its text.
  public CharacterSet characterSet() {
    return set;
  }

  /// The dictionary's row for it.
  public Optional<DictionaryEntry> entry() {
    return holder.entry(tag());
  }

  /// Whether the standard has retired it.
  boolean isRetired() {
    return entry().filter(DictionaryEntry::retired).isPresent();
  }

  /// Who owns the private block it is in.
  public Optional<String> creator() {
    return holder.privateCreator(tag());
  }

  /// Whether it is private and in a block that nobody owns (PS3.5 7.8.1).
  boolean isWithoutOwner() {
    return tag().isPrivate() && tag().element() > 0xFF && creator().isEmpty();
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

  /// The element as the dictionary understands it where the file does not say its VR.
  DataElement understood() {
    return holder.understood(element);
  }

  /// Its whole value as text; empty for sequences, fragments and what stays on disk.
  public String text() {
    return ValueText.display(understood(), set);
  }

  @Override
  public Key key() {
    return new Key(path, occurrence);
  }

  @Override
  public boolean isLeaf() {
    return itemCount() == 0;
  }

  /// How many items there are to open; none where images have different numbers of them.
  int itemCount() {
    int count = itemCount(element);
    return count == 0
            || spread.images() == 1
            || spread.elements().stream().allMatch(e -> itemCount(e) == count)
        ? count
        : 0;
  }

  private static int itemCount(DataElement element) {
    return element.value() instanceof Value.Items items ? items.items().size() : 0;
  }

  @Override
  public List<TagRow> children() {
    if (!built) {
      children = items();
      built = true;
    }
    return children;
  }

  private List<TagRow> items() {
    List<List<DataSet>> items = spread.holders().stream().map(h -> h.items(tag())).toList();
    var rows = new ArrayList<TagRow>();
    for (int i = 0; i < itemCount(); i++) {
      int index = i;
      List<DataSet> same = items.size() == 1 && occurrence > 0 ? own(index) : all(items, index);
      rows.add(new ItemRow(path, index, itemCount(), same, spread.images()));
    }
    return List.copyOf(rows);
  }

  private static List<DataSet> all(List<List<DataSet>> items, int index) {
    return items.stream().map(list -> list.get(index)).toList();
  }

  /// The item of a duplicate, which is not found by its tag.
  private List<DataSet> own(int index) {
    return element.value() instanceof Value.Items items
        ? List.of(items.items().get(index).dataSet().inheriting(set))
        : List.of();
  }

  @Override
  public String searched() {
    if (searched.isEmpty()) {
      searched = Optional.of((names() + "\n" + values()).toLowerCase(Locale.ROOT));
    }
    return searched.get();
  }

  @Override
  public String names() {
    Optional<DictionaryEntry> entry = entry();
    String name = entry.map(DictionaryEntry::name).orElse("");
    String digits = HexFormat.of().toHexDigits(tag().value());
    return String.join("\n", tag().toString(), digits, name(entry), name);
  }

  @Override
  public String vr() {
    return element.vr().name();
  }

  @Override
  public String values() {
    return spread.isMixed()
        ? spread.kinds().stream()
            .map(kind -> ValueText.display(kind.element(), kind.set()))
            .collect(Collectors.joining("\n"))
        : text();
  }

  @Override
  public boolean looksLike(TagRow other) {
    return other instanceof ElementRow row
        && row.spread.isSame(spread)
        && row.set.equals(set)
        && (!tag().isPrivate() || row.creatorElement().equals(creatorElement()));
  }

  private Optional<DataElement> creatorElement() {
    return holder.get(Tag.of(tag().group(), tag().element() >>> 8));
  }
}
