package org.voxdesk.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.text.Sentence;

/// The place of an element in a data set: through sequence items to the element itself, written
/// `OtherPatientIDsSequence[0].PatientID`, with tags or keywords.
///
/// @param steps the sequences and items on the way, outermost first
/// @param tag the element
public record TagPath(List<Step> steps, Tag tag) {
  private static final Pattern STEP = Pattern.compile("(.+)\\[(\\d{1,9})]");

  /// Item number `item`, from 0, of the sequence `sequence`.
  public record Step(Tag sequence, int item) {
    @Override
    public String toString() {
      return name(sequence) + "[" + item + "]";
    }
  }

  public TagPath {
    steps = List.copyOf(steps);
  }

  /// The element `tag` at the top of a data set.
  public static TagPath of(Tag tag) {
    return new TagPath(List.of(), tag);
  }

  /// Reads a path as a person writes it; empty when a tag or keyword in it is not known.
  public static Optional<TagPath> parse(String text) {
    List<String> parts = List.of(text.strip().split("\\.(?![^(]*\\))", -1));
    var steps = new ArrayList<Step>();
    for (String part : parts.subList(0, parts.size() - 1)) {
      Matcher matcher = STEP.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Optional<Tag> sequence = Dictionary.standard().tag(matcher.group(1));
      if (sequence.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new Step(sequence.get(), Integer.parseInt(matcher.group(2))));
    }
    return Dictionary.standard().tag(parts.getLast()).map(tag -> new TagPath(steps, tag));
  }

  /// The path of `tag` inside item `item` of the sequence this path leads to.
  public TagPath child(int item, Tag tag) {
    var longer = new ArrayList<>(steps);
    longer.add(new Step(this.tag, item));
    return new TagPath(longer, tag);
  }

  /// The sequences and items that it is in, outermost first.
  public List<TagPath> around() {
    var around = new ArrayList<TagPath>();
    for (int depth = 0; depth < steps.size(); depth++) {
      Step step = steps.get(depth);
      around.add(new TagPath(steps.subList(0, depth), step.sequence()));
      around.add(new TagPath(steps.subList(0, depth + 1), Tag.ITEM));
    }
    around.remove(this);
    return around;
  }

  /// The data set that holds the element; empty when a step leads nowhere.
  public Optional<DataSet> holder(DataSet root) {
    DataSet current = root;
    for (Step step : steps) {
      List<DataSet> items = current.items(step.sequence());
      if (step.item() >= items.size()) {
        return Optional.empty();
      }
      current = items.get(step.item());
    }
    return Optional.of(current);
  }

  /// The element; empty when there is none.
  public Optional<DataElement> find(DataSet root) {
    return holder(root).flatMap(holder -> holder.get(tag));
  }

  /// `root` with what `change` makes of the data set that holds the element.
  ///
  /// @throws DicomException if a step leads nowhere, or from `change`
  public DataSet change(DataSet root, Change change) throws DicomException {
    return change(root, 0, change);
  }

  private DataSet change(DataSet current, int depth, Change change) throws DicomException {
    if (depth == steps.size()) {
      return change.apply(current);
    }
    Step step = steps.get(depth);
    DataElement sequence =
        current
            .get(step.sequence())
            .filter(
                e -> e.value() instanceof Value.Items items && step.item() < items.items().size())
            .orElseThrow(
                () -> new DicomException(step.sequence(), Sentence.of("path.no.item", step)));
    var items = new ArrayList<>(((Value.Items) sequence.value()).items());
    Value.Item item = items.get(step.item());
    DataSet inner = item.dataSet().inheriting(current.characterSet());
    items.set(step.item(), new Value.Item(change(inner, depth + 1, change), item.framing()));
    return current.with(sequence.withValue(new Value.Items(items)));
  }

  /// A change of one data set.
  @FunctionalInterface
  public interface Change {
    DataSet apply(DataSet dataSet) throws DicomException;
  }

  private static String name(Tag tag) {
    String keyword = Dictionary.standard().keyword(tag);
    return keyword.isEmpty() || tag.isPrivate() || tag.isGroupLength() ? tag.toString() : keyword;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    steps.forEach(step -> text.append(step).append('.'));
    return text.append(name(tag)).toString();
  }
}
