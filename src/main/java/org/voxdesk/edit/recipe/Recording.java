package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.PrivateBlock;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.text.ExplainedException;

/// Writes down what was done by hand as a recipe that does it again: private elements by their
/// owners, which have other blocks in other files (PS3.5 7.8.1), and every step for the images that
/// it was made in, told from the others that are open.
public final class Recording {
  private final List<Instance> open;

  private Recording(Collection<Instance> open) {
    this.open = List.copyOf(open);
  }

  /// The recipe that makes the steps of `history` that have been made.
  ///
  /// @param open everything that is open, as it is on the disk
  /// @throws ExplainedException if a step has content that no recipe can hold
  public static Recipe of(String name, EditHistory history, Collection<Instance> open)
      throws ExplainedException {
    var recording = new Recording(open);
    var steps = new ArrayList<Step>();
    EditHistory before = history.goTo(0);
    for (EditHistory.Made made : history.made().subList(0, history.done())) {
      steps.add(recording.step(made, before));
      before = before.goTo(before.done() + 1);
    }
    return Recipe.joined(name, steps);
  }

  private Step step(EditHistory.Made made, EditHistory before) throws ExplainedException {
    Optional<Instance> sample =
        open.stream().filter(image -> made.paths().contains(image.path())).findFirst();
    Step step =
        sample.isPresent()
            ? named(made.edit(), before.current(sample.get()).file())
            : Step.of(made.edit());
    return guarded(new Scope(open, before).of(made), step);
  }

  private static Step guarded(Condition guard, Step step) {
    if (guard.equals(Condition.ALWAYS)) {
      return step;
    }
    return step.when().equals(Condition.ALWAYS)
        ? new Step(guard, step.action())
        : new Step(
            new Condition.All(List.of(guard)), new Action.Group(Optional.empty(), List.of(step)));
  }

  /// The step that makes `edit`, its private elements named as they are in `file`.
  private static Step named(Edit edit, DicomFile file) throws ExplainedException {
    return switch (edit) {
      case SetValue set -> {
        RecipePath path = named(set.path(), file);
        var value =
            new Action.Assignment(path, Optional.of(set.vr()), Template.literal(set.text()));
        yield at(path, file, new Action.Assign(false, set.checking(), List.of(value)));
      }
      case DeleteElement delete -> {
        RecipePath path = named(delete.path(), file);
        yield at(path, file, new Action.Delete(List.of(new Target.At(path))));
      }
      case ItemEdit item -> {
        RecipePath path = named(item.sequence(), file);
        yield at(path, file, new Action.Items(path, item.action(), item.item(), item.to()));
      }
      case PutElement put -> {
        PutElement owned = withOwner(put, file);
        Tag last =
            owned.content().privateCreator(put.path().tag()).isPresent()
                ? Tag.ITEM
                : put.path().tag();
        Step step = Step.of(owned);
        yield at(RecipePath.of(new TagPath(put.path().steps(), last)), file, step.action());
      }
      case EditsTogether(List<Edit> edits) -> {
        var steps = new ArrayList<Step>();
        DicomFile now = file;
        for (Edit each : edits) {
          steps.add(named(each, now));
          now = each.apply(now);
        }
        yield Step.of(new Action.Group(Optional.empty(), steps));
      }
      default -> Step.of(edit);
    };
  }

  private static RecipePath named(TagPath path, DicomFile file) {
    RecipePath owned = RecipePath.named(path, file.dataSet());
    // Some names of owners cannot be told from the rest of a path.
    return RecipePath.parse(owned.toString()).equals(Optional.of(owned))
        ? owned
        : RecipePath.of(path);
  }

  /// A whole element goes to the block of its owner if it knows its owner.
  private static PutElement withOwner(PutElement put, DicomFile file) {
    Tag tag = put.path().tag();
    DataSet content = put.content();
    Optional<DataElement> creator =
        put.path()
            .holder(file.dataSet())
            .filter(holder -> holder.privateCreator(tag).isPresent())
            .flatMap(holder -> holder.get(PrivateBlock.creator(tag)));
    return creator.isPresent() && content.privateCreator(tag).isEmpty()
        ? new PutElement(put.path(), content.with(creator.get()))
        : put;
  }

  private static Step at(RecipePath path, DicomFile file, Action action) {
    List<Condition> guards = guards(path, file);
    return guards.isEmpty() ? Step.of(action) : new Step(new Condition.All(guards), action);
  }

  /// What must hold for tags of private elements to mean in another file what they do in this one:
  /// the same owner of the block, or none.
  private static List<Condition> guards(RecipePath path, DicomFile file) {
    var guards = new ArrayList<Condition>();
    for (int depth = 0; depth <= path.steps().size(); depth++) {
      RecipePath.Name name =
          depth < path.steps().size() ? path.steps().get(depth).sequence() : path.name();
      if (name instanceof RecipePath.Name.Known(Tag tag) && PrivateBlock.isInBlock(tag)) {
        Tag creator = PrivateBlock.isCreator(tag) ? tag : PrivateBlock.creator(tag);
        guards.add(
            owner(
                new RecipePath(path.steps().subList(0, depth), new RecipePath.Name.Known(creator)),
                file));
      }
    }
    return guards;
  }

  private static Condition owner(RecipePath creator, DicomFile file) {
    Optional<String> owner =
        creator.find(file).flatMap(found -> found.holder().text(found.element().tag()));
    return owner
        .filter(text -> !text.isEmpty())
        .<Condition>map(text -> new Condition.Compared(creator, Comparison.IS, List.of(text)))
        .orElseGet(() -> new Condition.Present(creator, creator.find(file).isPresent()));
  }
}
