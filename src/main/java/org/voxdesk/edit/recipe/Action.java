package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// What a step of a recipe does in a file.
public sealed interface Action {
  /// The file with it done.
  ///
  /// @throws DicomException if it is not possible in this file
  DicomFile apply(DicomFile file) throws DicomException;

  /// The edit that is the same for every file; empty where it depends on the file.
  Optional<Edit> edit();

  /// Gives elements values. What is inserted into values is taken from the file as it was before.
  ///
  /// @param adding whether an element that is there already is refused
  /// @param checking what the values have to satisfy
  record Assign(boolean adding, Checking checking, List<Assignment> assignments) implements Action {
    public Assign {
      assignments = List.copyOf(assignments);
    }

    @Override
    public DicomFile apply(DicomFile file) throws DicomException {
      var texts = new ArrayList<String>();
      for (Assignment assignment : assignments) {
        texts.add(assignment.value().in(file));
      }
      DicomFile changed = file;
      for (int i = 0; i < texts.size(); i++) {
        changed = assign(changed, assignments.get(i), texts.get(i));
      }
      return changed;
    }

    private DicomFile assign(DicomFile file, Assignment assignment, String text)
        throws DicomException {
      DicomFile reserved = assignment.path().reserved(file);
      TagPath path = assignment.path().in(reserved).orElseThrow(assignment.path()::missing);
      if (adding && assignment.path().find(reserved).isPresent()) {
        throw new DicomException(path.tag(), Sentence.of("cli.already.there", path));
      }
      return new SetValue(path, assignment.vr(reserved, path), text, checking).apply(reserved);
    }

    @Override
    public Optional<Edit> edit() {
      if (adding || assignments.size() != 1) {
        return Optional.empty();
      }
      Assignment only = assignments.getFirst();
      Optional<TagPath> path = only.path().fixed();
      Optional<String> text = only.value().fixed();
      Optional<Vr> vr = path.flatMap(only::fixedVr);
      return vr.isPresent() && text.isPresent()
          ? Optional.of(new SetValue(path.orElseThrow(), vr.get(), text.get(), checking))
          : Optional.empty();
    }
  }

  /// An element and its value.
  ///
  /// @param vr empty for the one that the dictionary gives the element; where it allows several,
  ///   the one that the element has, else the usual one
  record Assignment(RecipePath path, Optional<Vr> vr, Template value) {
    public Assignment {
      // The one that would be taken anyway goes without saying.
      Optional<Vr> usual =
          path.fixed().flatMap(fixed -> single(Dictionary.standard().entry(fixed.tag())));
      if (vr.equals(usual)) {
        vr = Optional.empty();
      }
    }

    /// The VR where it is the same in every file.
    Optional<Vr> fixedVr(TagPath in) {
      return vr.or(() -> single(Dictionary.standard().entry(in.tag())));
    }

    private static Optional<Vr> single(Optional<DictionaryEntry> entry) {
      return entry.map(DictionaryEntry::vrs).filter(v -> v.size() == 1).map(List::getFirst);
    }

    private Vr vr(DicomFile file, TagPath in) throws DicomException {
      DataSet root = in.steps().isEmpty() && in.tag().isMeta() ? file.meta() : file.dataSet();
      DataSet holder = in.holder(root).orElseThrow(path::missing);
      Optional<DictionaryEntry> entry = holder.entry(in.tag());
      Vr usual = Dictionary.standard().vr(in.tag());
      return fixedVr(in)
          .or(() -> single(entry))
          .or(() -> holder.get(in.tag()).map(holder::understood).map(DataElement::vr))
          .or(() -> entry.flatMap(e -> e.vrs().stream().findFirst()))
          .or(() -> Optional.of(usual).filter(v -> v != Vr.UN))
          .orElseThrow(() -> new DicomException(in.tag(), Sentence.of("recipe.vr.needed", path)));
    }
  }

  /// Takes elements out; those that are not there are no matter.
  record Delete(List<Target> targets) implements Action {
    public Delete {
      targets = List.copyOf(targets);
    }

    @Override
    public DicomFile apply(DicomFile file) throws DicomException {
      DicomFile changed = file;
      for (Target target : targets) {
        changed = target.without(changed);
      }
      return changed;
    }

    @Override
    public Optional<Edit> edit() {
      return targets.size() == 1 ? targets.getFirst().edit() : Optional.empty();
    }
  }

  /// Changes which items a sequence has.
  ///
  /// @param to where a moved item goes
  record Items(RecipePath sequence, ItemEdit.Action action, int item, int to) implements Action {
    @Override
    public DicomFile apply(DicomFile file) throws DicomException {
      DicomFile reserved = action == ItemEdit.Action.ADD ? sequence.reserved(file) : file;
      TagPath path = sequence.in(reserved).orElseThrow(sequence::missing);
      return new ItemEdit(path, action, item, to).apply(reserved);
    }

    @Override
    public Optional<Edit> edit() {
      return sequence.fixed().map(path -> new ItemEdit(path, action, item, to));
    }
  }

  /// Makes an edit that is the same for every file.
  record Make(Edit made) implements Action {
    @Override
    public DicomFile apply(DicomFile file) throws DicomException {
      return made.apply(file);
    }

    @Override
    public Optional<Edit> edit() {
      return Optional.of(made);
    }
  }

  /// Several steps, one after the other.
  ///
  /// @param name what they are called; empty for steps that are only held together
  record Group(Optional<String> name, List<Step> steps) implements Action {
    public Group {
      steps = List.copyOf(steps);
    }

    @Override
    public DicomFile apply(DicomFile file) throws DicomException {
      DicomFile changed = file;
      for (Step step : steps) {
        changed = step.apply(changed);
      }
      return changed;
    }

    @Override
    public Optional<Edit> edit() {
      return Optional.of(StepForms.edit(this));
    }
  }
}
