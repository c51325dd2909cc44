package org.voxdesk.dicom;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.voxdesk.text.Sentence;

/// An immutable data set: elements in the order of the file, duplicates included.
///
/// `with` and `without` give a new data set that shares everything else with this one. Lookups find
/// the first element of a tag, in any order of elements. Values are decoded when they are asked for
/// and never rewritten. Any thread may read one.
public final class DataSet {
  private static final DataElement[] NO_ELEMENTS = {};
  private static final int LONGEST_SHORT = 0xFFFF;

  private final Encoding encoding;
  private final CharacterSet inherited;
  private final DataElement[] elements;
  private final Value remainder;
  private final boolean ordered;
  // Worked out when first wanted; threads that meet here work out the same.
  private @Nullable CharacterSet characterSet;
  private @Nullable Map<Tag, Integer> places;

  private DataSet(
      Encoding encoding, CharacterSet inherited, DataElement[] elements, Value remainder) {
    this.encoding = encoding;
    this.inherited = inherited;
    this.elements = elements;
    this.remainder = remainder;
    this.ordered = isOrdered(elements);
  }

  /// A data set without elements, whose new elements will be written in this encoding.
  public static DataSet empty(Encoding encoding) {
    return new DataSet(encoding, CharacterSet.DEFAULT, NO_ELEMENTS, Value.Bytes.EMPTY);
  }

  /// A data set of these elements in this order.
  ///
  /// @param remainder bytes after the last element that are none, kept as they are
  public static DataSet of(Encoding encoding, List<DataElement> elements, byte[] remainder) {
    return of(encoding, elements, new Value.Bytes(remainder));
  }

  /// A data set of these elements in this order.
  ///
  /// @param remainder bytes after the last element that are none, in memory or left where they are
  public static DataSet of(Encoding encoding, List<DataElement> elements, Value remainder) {
    return new DataSet(encoding, CharacterSet.DEFAULT, elements.toArray(NO_ELEMENTS), remainder);
  }

  private static boolean isOrdered(DataElement[] elements) {
    for (int i = 1; i < elements.length; i++) {
      if (elements[i - 1].tag().compareTo(elements[i].tag()) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// How elements added to this data set are written.
  public Encoding encoding() {
    return encoding;
  }

  /// The elements in the order of the file.
  public List<DataElement> elements() {
    return List.of(elements);
  }

  /// Bytes after the last element that are none: [Value.Bytes], or [Value.Bulk] where they are
  /// many.
  public Value remainder() {
    return remainder;
  }

  /// The first element with this tag.
  public Optional<DataElement> get(Tag tag) {
    int index = indexOf(tag);
    return index < 0 ? Optional.empty() : Optional.of(elements[index]);
  }

  public boolean contains(Tag tag) {
    return indexOf(tag) >= 0;
  }

  private int indexOf(Tag tag) {
    if (!ordered) {
      return places().getOrDefault(tag, -1);
    }
    int low = 0;
    int high = elements.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(elements[middle].tag().value(), tag.value());
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// Where the first element of each tag is, for elements that are in no order.
  private Map<Tag, Integer> places() {
    Map<Tag, Integer> known = places;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < elements.length; i++) {
        known.putIfAbsent(elements[i].tag(), i);
      }
      known = Map.copyOf(known);
      places = known;
    }
    return known;
  }

  /// This data set with `element` in place of the first one of its tag, or in front of the first
  /// greater tag where there is none yet.
  public DataSet with(DataElement element) {
    int index = indexOf(element.tag());
    DataElement[] changed;
    if (index >= 0) {
      changed = elements.clone();
    } else {
      index = 0;
      while (index < elements.length && elements[index].tag().compareTo(element.tag()) < 0) {
        index++;
      }
      changed = new DataElement[elements.length + 1];
      System.arraycopy(elements, 0, changed, 0, index);
      System.arraycopy(elements, index, changed, index + 1, elements.length - index);
    }
    changed[index] = element;
    return new DataSet(encoding, inherited, changed, remainder);
  }

  /// This data set with `text` as the value of `tag`, encoded as `vr`; itself where the element
  /// holds that already. A sequence is added without items, from an empty text.
  ///
  /// @throws DicomException if the VR or the character set does not allow the text
  public DataSet with(Tag tag, Vr vr, String text) throws DicomException {
    return with(tag, vr, text, Checking.RULES);
  }

  /// The same, checked as `checking` says.
  ///
  /// @throws DicomException if the text is not allowed so
  public DataSet with(Tag tag, Vr vr, String text, Checking checking) throws DicomException {
    if (vr == Vr.SQ && text.isEmpty()) {
      return withValue(tag, vr, new Value.Items(List.of()));
    }
    byte[] bytes = ValueText.encode(tag, vr, text, characterSet(), encoding.order(), checking);
    return withValue(tag, vr, new Value.Bytes(bytes));
  }

  /// This data set with `value`, in the byte order of its encoding, as the value of `tag`; itself
  /// where the element holds that already.
  ///
  /// @throws DicomException if the encoding cannot hold it
  public DataSet withValue(Tag tag, Vr vr, Value value) throws DicomException {
    // It would be written as UN, whose bytes are always read as little endian (PS3.5 6.2.2).
    if (encoding == Encoding.EXPLICIT_BIG
        && vr.unit() > 1
        && !vr.hasLongHeader()
        && value instanceof Value.Bytes(byte[] bytes)
        && bytes.length > LONGEST_SHORT) {
      throw new DicomException(tag, Sentence.of("value.too.long.big.endian", tag, vr));
    }
    return holds(tag, vr, value) ? this : with(DataElement.of(tag, vr, encoding.order(), value));
  }

  private boolean holds(Tag tag, Vr vr, Value wanted) {
    Optional<DataElement> present = get(tag).filter(e -> e.vr() == vr);
    return present.isPresent()
        && switch (wanted) {
          case Value.Bytes(byte[] bytes) ->
              present.get().value() instanceof Value.Bytes(byte[] now) && Arrays.equals(now, bytes);
          case Value.Items i -> i.items().isEmpty() && present.get().value() instanceof Value.Items;
          case Value.Bulk b -> false;
          case Value.Fragments f -> false;
        };
  }

  /// This data set without any element of this tag.
  public DataSet without(Tag tag) {
    DataElement[] kept =
        Arrays.stream(elements).filter(e -> !e.tag().equals(tag)).toArray(DataElement[]::new);
    return kept.length == elements.length
        ? this
        : new DataSet(encoding, inherited, kept, remainder);
  }

  /// This data set, whose text is decoded by `set` unless it declares a character set itself.
  public DataSet inheriting(CharacterSet set) {
    return set.equals(inherited) ? this : new DataSet(encoding, set, elements, remainder);
  }

  /// This data set with all its text, that of its items included, in UTF-8, and declared so (ISO_IR
  /// 192). Nothing else changes, nor does text that has the same bytes in UTF-8.
  ///
  /// @throws DicomException if bytes of a text are not of the character set they are declared in
  public DataSet inUtf8() throws DicomException {
    return new Reencoding(CharacterSet.UTF_8).declared(this);
  }

  /// This data set with its text in the bytes of `set`, which whoever holds it declares.
  ///
  /// @throws DicomException if a text cannot be decoded, or `set` lacks its characters
  public DataSet textIn(CharacterSet set) throws DicomException {
    return new Reencoding(set).textOf(this);
  }

  /// This data set and its items in another encoding, the values unchanged; itself where it is in
  /// that encoding already. Group lengths (retired) are left out, for they are true of one encoding
  /// only.
  public DataSet in(Encoding wanted) {
    return EncodingConversion.convert(this, wanted).inheriting(inherited);
  }

  public DataSet withElements(List<DataElement> changed) {
    return new DataSet(encoding, inherited, changed.toArray(NO_ELEMENTS), remainder);
  }

  /// What decodes the text of this data set: its own declaration, else its parent's.
  public CharacterSet characterSet() {
    CharacterSet known = characterSet;
    if (known == null) {
      known =
          get(Tag.SPECIFIC_CHARACTER_SET)
              .flatMap(e -> CharacterSet.of(ValueText.values(e, CharacterSet.DEFAULT)))
              .orElse(inherited);
      characterSet = known;
    }
    return known;
  }

  /// The values of an element as text, padding removed; empty when it is absent or has none.
  public List<String> texts(Tag tag) {
    return get(tag).map(this::texts).orElse(List.of());
  }

  private List<String> texts(DataElement element) {
    boolean local = element.vr().kind() == Vr.Kind.LOCAL_TEXT;
    return ValueText.values(element, local ? characterSet() : CharacterSet.DEFAULT);
  }

  /// The first value as text, padding removed; empty when it is absent or empty.
  public Optional<String> text(Tag tag) {
    return texts(tag).stream().findFirst().filter(t -> !t.isEmpty());
  }

  /// The first value as a whole number; empty when it is absent or none.
  public OptionalInt integer(Tag tag) {
    double[] numbers = numbers(tag);
    return numbers.length > 0 && numbers[0] == Math.rint(numbers[0]) && fitsInt(numbers[0])
        ? OptionalInt.of((int) numbers[0])
        : OptionalInt.empty();
  }

  private static boolean fitsInt(double number) {
    return number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
  }

  /// The first value as a number; empty when it is absent or none.
  public OptionalDouble number(Tag tag) {
    double[] numbers = numbers(tag);
    return numbers.length > 0 ? OptionalDouble.of(numbers[0]) : OptionalDouble.empty();
  }

  /// All values of a whole-number VR, exactly; empty when it is absent or one of them is none.
  public List<BigInteger> integers(Tag tag) {
    return get(tag).map(ValueNumbers::integers).orElse(List.of());
  }

  /// The first value of a whole-number VR; empty when it is absent, none, or of more than 63 bits.
  public OptionalLong longInteger(Tag tag) {
    return integers(tag).stream()
        .limit(1)
        .filter(number -> number.bitLength() < Long.SIZE)
        .mapToLong(BigInteger::longValue)
        .findFirst();
  }

  /// All values as numbers; empty when it is absent or one of them is no finite number.
  public double[] numbers(Tag tag) {
    return get(tag).map(ValueNumbers::of).orElseGet(() -> new double[0]);
  }

  /// The first value as a day; empty when it is absent or none.
  public Optional<LocalDate> date(Tag tag) {
    return text(tag).flatMap(PartialDateTime::date);
  }

  /// The first value as a time of day; empty when it is absent or none.
  public Optional<PartialTime> time(Tag tag) {
    return text(tag).flatMap(PartialTime::of);
  }

  /// The first value as date and time; empty when it is absent or none.
  public Optional<PartialDateTime> dateTime(Tag tag) {
    return text(tag).flatMap(PartialDateTime::of);
  }

  /// The first value as a person's name; empty when it is absent or empty.
  public Optional<PersonName> personName(Tag tag) {
    return text(tag).map(PersonName::of);
  }

  /// All values as tags; empty when it is absent or not of VR AT.
  public List<Tag> tags(Tag tag) {
    return get(tag).filter(e -> e.vr() == Vr.AT).isPresent()
        ? texts(tag).stream().flatMap(text -> Tag.parse(text).stream()).toList()
        : List.of();
  }

  /// The data sets of a sequence's items; empty when it is absent or no sequence.
  public List<DataSet> items(Tag tag) {
    CharacterSet set = characterSet();
    return get(tag).map(DataElement::value).stream()
        .flatMap(v -> v instanceof Value.Items items ? items.items().stream() : null)
        .map(item -> item.dataSet().inheriting(set))
        .toList();
  }

  /// The owner of a private element's block, as (gggg,00bb) of this data set names it.
  public Optional<String> privateCreator(Tag tag) {
    return tag.isPrivate() && tag.element() > 0xFF
        ? text(Tag.of(tag.group(), tag.element() >>> 8))
        : Optional.empty();
  }

  /// The element as the dictionary understands it where the file does not say its VR (UN), whose
  /// bytes are then in little endian (PS3.5 6.2.2); any other as it is.
  public DataElement understood(DataElement element) {
    if (element.vr() != Vr.UN || !(element.value() instanceof Value.Bytes)) {
      return element;
    }
    return entry(element.tag())
        .map(DictionaryEntry::vrs)
        .filter(vrs -> vrs.size() == 1 && vrs.getFirst() != Vr.SQ)
        .map(
            vrs ->
                new DataElement(
                    element.tag(),
                    vrs.getFirst(),
                    ByteOrder.LITTLE_ENDIAN,
                    element.value(),
                    element.framing()))
        .orElse(element);
  }

  /// The dictionary's row for an element of this data set, private ones by their creator.
  public Optional<DictionaryEntry> entry(Tag tag) {
    return tag.isPrivate()
        ? privateCreator(tag).flatMap(c -> PrivateDictionary.instance().entry(c, tag))
        : Dictionary.standard().entry(tag);
  }
}
