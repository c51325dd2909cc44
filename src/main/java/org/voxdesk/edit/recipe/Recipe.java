package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Edit;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Edits as a file of steps, in YAML or JSON. Immutable.
///
/// ```yaml
/// voxdesk: 1
/// name: tidy up
/// steps:
///   - when: { Modality: [CT, PT], SliceThickness: { below: 2 }, not: { PatientID: { present: false } } }
///     set: { PatientID: P1, "(0009,1001):LO": x, StudyDescription: "{StudyDate} chest" }
///     anyway: true                     # break rules of the VR knowingly
///   - add: { PatientComments: checked }         # refused where it is present
///   - delete: [ StudyID, private, "(60xx,3000)", "(0029,xx10 SIEMENS CSA HEADER)" ]
///   - addItem: OtherPatientIDsSequence[0]       # also deleteItem, duplicateItem
///   - moveItem: OtherPatientIDsSequence[2]
///     to: 0
///   - put: { "00091010": { vr: OB, InlineBinary: AAEC } }   # DICOM JSON (PS3.18 F)
///     into: OtherPatientIDsSequence[0]          # only for elements of an item
///   - remapUids: { "1.2.3": "1.2.4" }
///   - reencode: utf8
///   - emptyPreamble: true
///   - deidentify: { options: [retain-device, modify-dates], days: -100, key: secret }
///   - threshold: { below: -1000, to: -1000, units: hu }
///   - name: both or none
///     steps: [ … ]
/// ```
///
/// A step does one thing, where `when` holds. Under `when` all must hold; `any` and `not` take
/// conditions of their own. A value is compared with `is` (which needs not be written), `matches`,
/// `contains`, `below`, `above`, `atLeast`, `atMost`, or `present`. A list is several values: any
/// of them in a condition, all of them under `set`. Values are the characters that are written:
/// `007` is no seven. `{Keyword}` inserts a value of the same file, `{{` is a brace. A private
/// element is named by its tag, or by its owner, as PS3.15 prints it: `(0029,xx10 OWNER)` is looked
/// up in each file, and gets a block of its own where the owner has none and it is to be set. A VR
/// may be given behind a colon; without it the dictionary's is taken.
///
/// @param name what it is called; may be empty
public record Recipe(String name, List<Step> steps) {
  /// The version of the form that is written.
  static final int VERSION = 1;

  public Recipe {
    steps = List.copyOf(steps);
  }

  /// Reads a file.
  ///
  /// @throws ExplainedException with one sentence that names file and line, if it is no recipe
  public static Recipe read(Path file) throws ExplainedException {
    try {
      return parse(
          Files.readString(file, StandardCharsets.UTF_8), String.valueOf(file.getFileName()));
    } catch (NoSuchFileException e) {
      throw new ExplainedException(Sentence.of("file.missing", file), e);
    } catch (AccessDeniedException e) {
      throw new ExplainedException(Sentence.of("file.not.allowed", file), e);
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("file.unreadable", file, e.toString()), e);
    }
  }

  /// Reads the text of a recipe.
  ///
  /// @param source what to call it where it is wrong
  /// @throws ExplainedException with one sentence that names `source` and the line, if it is none
  public static Recipe parse(String text, String source) throws ExplainedException {
    try {
      return RecipeReader.recipe(RecipeText.read(text));
    } catch (RecipeException e) {
      throw new ExplainedException(Sentence.of("recipe.wrong", source, e.line(), e.sentence()), e);
    }
  }

  /// The recipe that makes these edits in any file, one after the other; [Recording] has what was
  /// done by hand.
  ///
  /// @throws ExplainedException if one of them has content that no recipe can hold
  public static Recipe of(String name, List<Edit> edits) throws ExplainedException {
    var steps = new ArrayList<Step>();
    for (Edit edit : edits) {
      steps.add(Step.of(edit));
    }
    return joined(name, steps);
  }

  /// The recipe of these steps, values that are given one after the other to the same files in one.
  static Recipe joined(String name, List<Step> made) {
    var steps = new ArrayList<Step>();
    for (Step step : made) {
      if (!steps.isEmpty()
          && steps.getLast().when().equals(step.when())
          && steps.getLast().action() instanceof Action.Assign before
          && step.action() instanceof Action.Assign after
          && isJoinable(before, after)) {
        var joined = new ArrayList<>(before.assignments());
        joined.addAll(after.assignments());
        Action together = new Action.Assign(false, before.checking(), joined);
        steps.set(steps.size() - 1, new Step(step.when(), together));
      } else {
        steps.add(step);
      }
    }
    return new Recipe(name, steps);
  }

  private static boolean isJoinable(Action.Assign before, Action.Assign after) {
    var paths = new HashSet<RecipePath>();
    before.assignments().forEach(each -> paths.add(each.path()));
    return before.checking() == after.checking()
        && after.assignments().stream().noneMatch(each -> paths.contains(each.path()));
  }

  /// The file with every step made.
  ///
  /// @throws DicomException if a step is not possible in this file
  public DicomFile applyTo(DicomFile file) throws DicomException {
    DicomFile changed = file;
    for (Step step : steps) {
      changed = step.apply(changed);
    }
    return changed;
  }

  /// Whether one of the steps de-identifies.
  public boolean deidentifies() {
    return DeidentifyForm.isIn(steps);
  }

  /// The recipe as a tree.
  ///
  /// @throws ExplainedException if a step has content that no recipe can hold
  public JsonNode tree() throws ExplainedException {
    return RecipeWriter.recipe(this);
  }

  /// The recipe in YAML.
  ///
  /// @throws ExplainedException if a step has content that no recipe can hold
  public String yaml() throws ExplainedException {
    return RecipeText.yaml(tree());
  }

  /// The recipe in JSON.
  ///
  /// @throws ExplainedException if a step has content that no recipe can hold
  public String json() throws ExplainedException {
    return RecipeText.json(tree());
  }

  /// Writes it to a file: JSON where the name ends so, else YAML. One that holds the key of a
  /// de-identification is readable by its user alone.
  ///
  /// @throws ExplainedException with one sentence, if it could not be written
  public void write(Path file, AtomicFile.Existing existing) throws ExplainedException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    byte[] text = (name.endsWith(".json") ? json() : yaml()).getBytes(StandardCharsets.UTF_8);
    if (deidentifies()) {
      AtomicFile.writePrivate(file, existing, out -> out.write(text));
    } else {
      AtomicFile.write(file, existing, out -> out.write(text));
    }
  }
}
