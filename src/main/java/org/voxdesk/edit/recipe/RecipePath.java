package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.PrivateBlock;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// The place of an element in any file, written as [TagPath] is; a private element may also be
/// named by its owner, `(0029,xx10 SIEMENS CSA HEADER)`, and is then looked up in each file, in the
/// block that has this owner there (PS3.5 7.8.1).
///
/// @param steps the sequences and items on the way, outermost first
/// @param name the element
public record RecipePath(List<Step> steps, Name name) {
  private static final Pattern PART =
      Pattern.compile(
          "(\\([0-9A-Fa-f]{4},xx[0-9A-Fa-f]{2} .+?\\)|[^.\\[]+)(?:\\[(\\d{1,9})])?(?=\\.|$)");
  private static final Pattern OWNED =
      Pattern.compile("\\(([0-9A-Fa-f]{4}),xx([0-9A-Fa-f]{2}) (.+)\\)");
  private static final int FIRST_BLOCK = 0x10;

  /// What an element is called.
  public sealed interface Name {
    /// By its tag.
    record Known(Tag tag) implements Name {
      @Override
      public String toString() {
        return TagPath.of(tag).toString();
      }
    }

    /// A private one by its owner.
    ///
    /// @param low the last two digits of its tag
    record Owned(int group, int low, String creator) implements Name {
      @Override
      public String toString() {
        return String.format(Locale.ROOT, "(%04X,xx%02X %s)", group, low, creator);
      }
    }
  }

  /// Item number `item`, from 0, of a sequence.
  public record Step(Name sequence, int item) {
    @Override
    public String toString() {
      return sequence + "[" + item + "]";
    }
  }

  public RecipePath {
    steps = List.copyOf(steps);
  }

  /// The same place as `path`.
  public static RecipePath of(TagPath path) {
    return new RecipePath(
        path.steps().stream()
            .map(step -> new Step(new Name.Known(step.sequence()), step.item()))
            .toList(),
        new Name.Known(path.tag()));
  }

  /// The same place as `path` has in `root`, private elements named by their owners there.
  static RecipePath named(TagPath path, DataSet root) {
    var steps = new ArrayList<Step>();
    DataSet current = root;
    for (TagPath.Step step : path.steps()) {
      steps.add(new Step(named(step.sequence(), current), step.item()));
      List<DataSet> items = current.items(step.sequence());
      current =
          step.item() < items.size() ? items.get(step.item()) : DataSet.empty(root.encoding());
    }
    return new RecipePath(steps, named(path.tag(), current));
  }

  private static Name named(Tag tag, DataSet holder) {
    return holder
        .privateCreator(tag)
        .filter(owner -> !owner.isEmpty())
        .<Name>map(owner -> new Name.Owned(tag.group(), tag.element() & 0xFF, owner))
        .orElseGet(() -> new Name.Known(tag));
  }

  /// Reads a path; empty when it is none.
  public static Optional<RecipePath> parse(String text) {
    var steps = new ArrayList<Step>();
    Matcher matcher = PART.matcher(text.strip());
    int at = 0;
    while (matcher.region(at, matcher.regionEnd()).lookingAt()) {
      Optional<Name> name = name(matcher.group(1).strip());
      boolean last = matcher.end() == matcher.regionEnd();
      if (name.isEmpty() || last != (matcher.group(2) == null)) {
        return Optional.empty();
      }
      if (last) {
        return Optional.of(new RecipePath(steps, name.get()));
      }
      steps.add(new Step(name.get(), Integer.parseInt(matcher.group(2))));
      at = matcher.end() + 1;
      if (text.strip().charAt(at - 1) != '.' || at >= matcher.regionEnd()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Reads an item, such as `Seq[0]`: its steps, of which the last is the item itself; empty when
  /// it is none.
  static Optional<List<Step>> parseItem(String text) {
    return parse(text.strip() + "." + Tag.ITEM).map(RecipePath::steps);
  }

  private static Optional<Name> name(String text) {
    Matcher owned = OWNED.matcher(text);
    if (!owned.matches()) {
      return Dictionary.standard().tag(text).map(Name.Known::new);
    }
    int group = HexFormat.fromHexDigits(owned.group(1));
    return (group & 1) == 0
        ? Optional.empty()
        : Optional.of(
            new Name.Owned(group, HexFormat.fromHexDigits(owned.group(2)), owned.group(3).strip()));
  }

  /// The place itself, where it is the same in every file.
  public Optional<TagPath> fixed() {
    var known = new ArrayList<TagPath.Step>();
    for (Step step : steps) {
      if (!(step.sequence() instanceof Name.Known(Tag sequence))) {
        return Optional.empty();
      }
      known.add(new TagPath.Step(sequence, step.item()));
    }
    return name instanceof Name.Known(Tag tag)
        ? Optional.of(new TagPath(known, tag))
        : Optional.empty();
  }

  /// The place in this file; empty where an owner has no block, or an item is missing on the way.
  public Optional<TagPath> in(DicomFile file) {
    return holder(file).flatMap(place -> tag(name, place.dataSet()).map(place::path));
  }

  /// The element in this file, with the data set that holds it.
  Optional<Found> find(DicomFile file) {
    return holder(file)
        .flatMap(
            place ->
                tag(name, place.dataSet())
                    .flatMap(place.dataSet()::get)
                    .map(element -> new Found(place.dataSet(), element)));
  }

  /// An element and the data set it is in, its character set inherited.
  record Found(DataSet holder, DataElement element) {}

  /// The file with a block for the owner of the element, where it has none yet.
  ///
  /// @throws DicomException if an item is missing on the way, or every block is taken
  DicomFile reserved(DicomFile file) throws DicomException {
    if (!(name instanceof Name.Owned owned)) {
      return file;
    }
    Place place = holder(file).orElseThrow(this::missing);
    if (tag(owned, place.dataSet()).isPresent()) {
      return file;
    }
    Tag first = Tag.of(owned.group(), FIRST_BLOCK);
    Tag creator =
        PrivateBlock.free(place.dataSet(), first)
            .orElseThrow(() -> new DicomException(first, Sentence.of("recipe.no.block", this)));
    return new SetValue(place.path(creator), Vr.LO, owned.creator(), Checking.RULES).apply(file);
  }

  DicomException missing() {
    return new DicomException(Sentence.of("path.no.item", this));
  }

  private record Place(DataSet dataSet, List<TagPath.Step> steps) {
    TagPath path(Tag tag) {
      return new TagPath(steps, tag);
    }
  }

  private Optional<Place> holder(DicomFile file) {
    boolean meta = steps.isEmpty() && name instanceof Name.Known(Tag tag) && tag.isMeta();
    DataSet current = meta ? file.meta() : file.dataSet();
    var resolved = new ArrayList<TagPath.Step>();
    for (Step step : steps) {
      Optional<Tag> sequence = tag(step.sequence(), current);
      List<DataSet> items = sequence.map(current::items).orElse(List.of());
      if (step.item() >= items.size()) {
        return Optional.empty();
      }
      resolved.add(new TagPath.Step(sequence.orElseThrow(), step.item()));
      current = items.get(step.item());
    }
    return Optional.of(new Place(current, resolved));
  }

  private static Optional<Tag> tag(Name name, DataSet holder) {
    return switch (name) {
      case Name.Known(Tag tag) -> Optional.of(tag);
      case Name.Owned owned ->
          PrivateBlock.of(owned.creator(), holder, Tag.of(owned.group(), FIRST_BLOCK))
              .map(block -> PrivateBlock.in(block, Tag.of(owned.group(), owned.low())));
    };
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    steps.forEach(step -> text.append(step).append('.'));
    return text.append(name).toString();
  }
}
