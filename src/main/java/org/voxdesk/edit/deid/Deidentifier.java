package org.voxdesk.edit.deid;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// Carries out the profile in one data set and the items of its sequences; for one thread.
///
/// Attributes that are in no row of the table stay as they are, except that
/// - names of persons are emptied, and UIDs that may name an instance are replaced as those in the
///   table are, so that no reference breaks;
/// - where the data of an overlay are removed, the whole overlay is, for without them it is none;
/// - elements of even groups that the dictionary does not know are removed: nobody can tell what
///   they say.
final class Deidentifier {
  /// UIDs that name classes, encodings and codes, not things.
  private static final Set<Tag> CLASS_UIDS =
      Set.of(
          Tag.SOP_CLASS_UID,
          Tag.of(0x0008, 0x001A), // Related General SOP Class UID
          Tag.of(0x0008, 0x001B), // Original Specialized SOP Class UID
          Tag.of(0x0008, 0x0062), // SOP Classes in Study
          Tag.of(0x0008, 0x010C), // Coding Scheme UID
          Tag.of(0x0008, 0x010D), // Context Group Extension Creator UID
          Tag.of(0x0008, 0x0117), // Context UID
          Tag.of(0x0008, 0x0118), // Mapping Resource UID
          Tag.of(0x0008, 0x040E), // Stored Instance Transfer Syntax UID
          Tag.of(0x0008, 0x1150), // Referenced SOP Class UID
          Tag.of(0x0008, 0x115A), // SOP Classes Supported
          Tag.of(0x0008, 0x3002), // Available Transfer Syntax UID
          Tag.of(0x0008, 0x9123), // Creator-Version UID
          Tag.of(0x0034, 0x0003), // Flow Transfer Syntax UID
          Tag.of(0x0400, 0x0010), // MAC Calculation Transfer Syntax UID
          Tag.of(0x0400, 0x0510), // Encrypted Content Transfer Syntax UID
          Tag.of(0x3010, 0x001F), // Segmentation Template UID
          Tag.of(0x3010, 0x0052), // Pertinent SOP Classes in Study
          Tag.of(0x3010, 0x0053)); // Pertinent SOP Classes in Series

  private final ConfidentialityProfile profile = ConfidentialityProfile.standard();
  private final ProfileOptions options;
  private final Dummy dummy;
  private final Cleaning cleaning;
  private final SafePrivate safePrivate;
  private final String sopClass;

  /// What is done with the sequence that a data set is an item of.
  private enum Around {
    /// It is at the top, in no sequence.
    TOP,
    KEPT,
    CLEANED,
    /// Whatever says something in it is replaced.
    DUMMY
  }

  /// @param root the whole data set that is to be de-identified
  Deidentifier(ProfileOptions options, Pseudonyms pseudonyms, DataSet root) {
    this.options = options;
    this.dummy = new Dummy(pseudonyms);
    this.cleaning = new Cleaning(options, pseudonyms, root);
    this.safePrivate = new SafePrivate(root);
    this.sopClass = root.text(Tag.SOP_CLASS_UID).orElse("");
  }

  /// The data set without what identifies; elements that the profile does not touch are shared.
  DataSet deidentified(DataSet root) {
    return treated(root, Around.TOP);
  }

  private DataSet treated(DataSet dataSet, Around around) {
    var elements = new ArrayList<DataElement>();
    for (DataElement element : dataSet.elements()) {
      treated(dataSet, element, around).ifPresent(elements::add);
    }
    elements.removeIf(e -> isOverlay(e.tag()) && dataSet.contains(overlayData(e.tag())));
    Set<Integer> groups =
        elements.stream()
            .filter(e -> !e.tag().isGroupLength())
            .map(e -> e.tag().group())
            .collect(Collectors.toSet());
    Set<Integer> blocks =
        elements.stream()
            .map(DataElement::tag)
            .filter(t -> t.isPrivate() && !t.isPrivateCreator())
            .map(t -> Tag.of(t.group(), t.element() >>> 8).value())
            .collect(Collectors.toSet());
    elements.removeIf(
        e ->
            (e.tag().isGroupLength() && !groups.contains(e.tag().group()))
                || (e.tag().isPrivateCreator() && !blocks.contains(e.tag().value())));
    // What is no element may say anything.
    return DataSet.of(dataSet.encoding(), elements, Value.Bytes.EMPTY);
  }

  private static boolean isOverlay(Tag tag) {
    return (tag.group() & 0xFF01) == 0x6000;
  }

  private static Tag overlayData(Tag overlay) {
    return Tag.of(overlay.group(), 0x3000);
  }

  private Optional<DataElement> treated(DataSet holder, DataElement element, Around around) {
    Tag tag = element.tag();
    if (tag.isPrivate()) {
      return treatedPrivate(holder, element);
    }
    if (tag.isGroupLength()) {
      return Optional.of(element);
    }
    Optional<ConfidentialityProfile.Row> row = profile.row(tag);
    if (row.isEmpty() && Dictionary.standard().entry(tag).isEmpty()) {
      return Optional.empty();
    }
    ProfileAction action = row.map(r -> action(r, tag, around)).orElse(ProfileAction.K);
    if (action == ProfileAction.X) {
      return Optional.empty();
    }
    Optional<DataElement> known = known(holder, element);
    if (known.isEmpty() || isEmpty(known.get())) {
      return known.map(k -> element);
    }
    if (row.isEmpty()) {
      action = unlisted(known.get(), around);
    }
    return done(action, row, holder, element, known.get(), around);
  }

  private ProfileAction action(ConfidentialityProfile.Row row, Tag tag, Around around) {
    if (row.has(ProfileAction.C, options.chosen())) {
      return ProfileAction.C;
    }
    return row.has(ProfileAction.K, options.chosen())
        ? ProfileAction.K
        : basic(Optional.of(row), tag, around);
  }

  /// What the profile does without options. Nobody can be told apart by an empty ID, so that it is
  /// a pseudonym instead, which the standard allows for Z.
  private ProfileAction basic(Optional<ConfidentialityProfile.Row> row, Tag tag, Around around) {
    AttributeType type =
        around == Around.TOP ? AttributeType.of(tag, sopClass) : AttributeType.UNKNOWN;
    ProfileAction action = row.map(r -> r.basic().resolved(type)).orElse(ProfileAction.Z);
    return action == ProfileAction.Z && Dummy.isIdentifier(tag) ? ProfileAction.D : action;
  }

  private ProfileAction unlisted(DataElement known, Around around) {
    if (around == Around.DUMMY) {
      return ProfileAction.D;
    }
    if (known.vr() == Vr.PN) {
      return ProfileAction.Z;
    }
    if (around == Around.CLEANED && Cleaning.isFreeText(known.vr())) {
      return ProfileAction.C;
    }
    boolean uid = known.vr() == Vr.UI && !CLASS_UIDS.contains(known.tag());
    return uid && !options.has(ProfileOption.RETAIN_UIDS) ? ProfileAction.U : ProfileAction.K;
  }

  /// @param known the element with the VR that the dictionary gives it
  private Optional<DataElement> done(
      ProfileAction action,
      Optional<ConfidentialityProfile.Row> row,
      DataSet holder,
      DataElement element,
      DataElement known,
      Around around) {
    CharacterSet set = holder.characterSet();
    ByteOrder order = holder.encoding().order();
    boolean items = known.value() instanceof Value.Items;
    return switch (action) {
      case X -> Optional.empty();
      case Z -> Optional.of(emptied(known));
      case K -> {
        Around inside = around == Around.CLEANED ? Around.CLEANED : Around.KEPT;
        yield Optional.of(items ? withItems(holder, element, known, inside) : element);
      }
      case U -> {
        Around inside = around == Around.TOP ? Around.KEPT : around;
        yield items
            ? Optional.of(withItems(holder, element, known, inside))
            : unlessSame(dummy.uids(known, set, order), element, known);
      }
      case D ->
          items
              ? Optional.of(withItems(holder, element, known, Around.DUMMY))
              : unlessSame(dummy.of(known, set, order), element, known);
      case C -> {
        if (items && options.has(ProfileOption.CLEAN_DESCRIPTORS)) {
          yield Optional.of(withItems(holder, element, known, Around.CLEANED));
        }
        Optional<DataElement> cleaned = cleaning.cleaned(row, known, set, order);
        yield cleaned.isPresent()
            ? unlessSame(cleaned, element, known)
            : done(basic(row, known.tag(), around), row, holder, element, known, around);
      }
      case Z_OR_D, X_OR_Z, X_OR_D, X_OR_Z_OR_D, X_OR_Z_OR_U ->
          throw new IllegalArgumentException(action + " is not resolved");
    };
  }

  /// The element itself where its value has not changed.
  private static Optional<DataElement> unlessSame(
      Optional<DataElement> changed, DataElement element, DataElement known) {
    return changed.map(c -> c.equals(known) ? element : c);
  }

  private DataElement withItems(
      DataSet holder, DataElement element, DataElement known, Around around) {
    List<Value.Item> before = ((Value.Items) known.value()).items();
    var after = new ArrayList<Value.Item>();
    boolean same = true;
    for (Value.Item item : before) {
      DataSet inner = item.dataSet().inheriting(holder.characterSet());
      DataSet treated = treated(inner, around);
      boolean untouched = isSame(inner, treated);
      same &= untouched;
      after.add(untouched ? item : new Value.Item(treated, item.framing()));
    }
    return same ? element : known.withValue(new Value.Items(after));
  }

  @SuppressWarnings("ReferenceEquality") // Untouched elements are shared, which is what is asked.
  private static boolean isSame(DataSet before, DataSet after) {
    List<DataElement> was = before.elements();
    List<DataElement> is = after.elements();
    if (was.size() != is.size() || !before.remainder().equals(after.remainder())) {
      return false;
    }
    for (int i = 0; i < is.size(); i++) {
      if (was.get(i) != is.get(i)) {
        return false;
      }
    }
    return true;
  }

  private Optional<DataElement> treatedPrivate(DataSet holder, DataElement element) {
    Tag tag = element.tag();
    if (!options.has(ProfileOption.RETAIN_SAFE_PRIVATE)) {
      return Optional.empty();
    }
    if (tag.isPrivateCreator()) {
      return Optional.of(element);
    }
    if (!safePrivate.isSafe(holder, tag)) {
      return Optional.empty();
    }
    if (element.value() instanceof Value.Items) {
      return Optional.of(withItems(holder, element, element, Around.KEPT));
    }
    DataElement known = holder.understood(element);
    return known.vr() == Vr.UI && !options.has(ProfileOption.RETAIN_UIDS)
        ? unlessSame(
            dummy.uids(known, holder.characterSet(), holder.encoding().order()), element, known)
        : Optional.of(element);
  }

  /// The element as the dictionary understands it; empty where items are hidden in it that cannot
  /// be read.
  private static Optional<DataElement> known(DataSet holder, DataElement element) {
    boolean hidden =
        !(element.value() instanceof Value.Items)
            && (element.vr() == Vr.SQ
                || (element.vr() == Vr.UN && Dictionary.standard().vr(element.tag()) == Vr.SQ));
    return hidden && !isEmpty(element)
        ? HiddenItems.of(element, holder.encoding())
        : Optional.of(holder.understood(element));
  }

  private static boolean isEmpty(DataElement element) {
    return element.value() instanceof Value.Items(List<Value.Item> items)
        ? items.isEmpty()
        : element.length() == 0;
  }

  private static DataElement emptied(DataElement element) {
    return element.value() instanceof Value.Items
        ? element.withValue(new Value.Items(List.of()))
        : element.withValue(Value.Bytes.EMPTY);
  }
}
