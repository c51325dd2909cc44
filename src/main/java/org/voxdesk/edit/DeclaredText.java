package org.voxdesk.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// What another declaration of the character set makes of text whose bytes stay as they are.
public final class DeclaredText {
  private final List<Difference> found = new ArrayList<>();

  private DeclaredText() {}

  /// The texts that have the same bytes in both and do not read the same, in the order of the file.
  ///
  /// @param before a file
  /// @param after what edits have made of it
  public static List<Difference> readDifferently(DicomFile before, DicomFile after) {
    var text = new DeclaredText();
    text.compare(before.dataSet(), after.dataSet(), TagPath::of);
    return List.copyOf(text.found);
  }

  /// Refuses `after` if text that can be decoded in `before` no longer can.
  static void requireReadable(DicomFile before, DicomFile after) throws DicomException {
    for (Difference text : readDifferently(before, after)) {
      if (isReadable(text.before()) && !isReadable(text.after())) {
        String set = text.after().map(side -> side.holder().characterSet().term()).orElse("");
        throw new DicomException(
            Tag.SPECIFIC_CHARACTER_SET, Sentence.of("edit.character.set", text.path().tag(), set));
      }
    }
  }

  private static boolean isReadable(Optional<Difference.Side> side) {
    return side.filter(
            s ->
                s.element().value() instanceof Value.Bytes(byte[] bytes)
                    && s.holder().characterSet().canDecode(bytes, s.element().vr()))
        .isPresent();
  }

  @SuppressWarnings("ReferenceEquality") // Untouched data sets are shared: nothing to look for.
  private void compare(DataSet was, DataSet is, Function<Tag, TagPath> path) {
    CharacterSet old = was.characterSet();
    CharacterSet set = is.characterSet();
    if (was == is) {
      return;
    }
    for (DataElement now : is.elements()) {
      Optional<DataElement> then = was.get(now.tag());
      if (then.isEmpty()) {
        continue;
      }
      var before = new Difference.Side(then.get(), was);
      var after = new Difference.Side(now, is);
      List<DataSet> items = after.items();
      if (items.size() == before.items().size()) {
        for (int i = 0; i < items.size(); i++) {
          int item = i;
          compare(
              before.items().get(i), items.get(i), tag -> path.apply(now.tag()).child(item, tag));
        }
      }
      if (!old.equals(set)
          && isSameText(then.get(), now)
          && !reads(now, old).equals(reads(now, set))) {
        found.add(new Difference(path.apply(now.tag()), Optional.of(before), Optional.of(after)));
      }
    }
  }

  private static boolean isSameText(DataElement then, DataElement now) {
    return now.vr().kind() == Vr.Kind.LOCAL_TEXT
        && then.vr() == now.vr()
        && then.value() instanceof Value.Bytes(byte[] before)
        && now.value() instanceof Value.Bytes(byte[] after)
        && Arrays.equals(before, after);
  }

  private static List<String> reads(DataElement element, CharacterSet set) {
    return ValueText.values(element, set);
  }
}
