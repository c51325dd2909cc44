package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.edit.ApplyRecipe;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.RemapUids;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.text.ExplainedException;

/// Turns edits into steps and back.
final class StepForms {
  private StepForms() {}

  static Step of(Edit edit) throws ExplainedException {
    return switch (edit) {
      case SetValue set ->
          Step.of(
              new Action.Assign(
                  false,
                  set.checking(),
                  List.of(
                      new Action.Assignment(
                          RecipePath.of(set.path()),
                          Optional.of(set.vr()),
                          Template.literal(set.text())))));
      case DeleteElement delete ->
          Step.of(new Action.Delete(List.of(new Target.At(RecipePath.of(delete.path())))));
      case ItemEdit item ->
          Step.of(
              new Action.Items(
                  RecipePath.of(item.sequence()), item.action(), item.item(), item.to()));
      case PutElement put -> Step.of(new Action.Make(PutForm.recordable(put)));
      case RemapUids remap -> Step.of(new Action.Make(remap));
      case ReencodeText reencode -> Step.of(new Action.Make(reencode));
      case EmptyPreamble empty -> Step.of(new Action.Make(empty));
      case Deidentify deidentify -> Step.of(new Action.Make(deidentify));
      case ThresholdPixels threshold -> Step.of(new Action.Make(threshold));
      case EditsTogether(List<Edit> edits) ->
          Step.of(new Action.Group(Optional.empty(), steps(edits)));
      case ApplyRecipe(Recipe recipe) ->
          Step.of(new Action.Group(Optional.of(recipe.name()), recipe.steps()));
    };
  }

  private static List<Step> steps(List<Edit> edits) throws ExplainedException {
    var steps = new ArrayList<Step>();
    for (Edit edit : edits) {
      steps.add(of(edit));
    }
    return steps;
  }

  static Edit edit(Action.Group group) {
    return group.name().isPresent() || group.steps().isEmpty()
        ? new ApplyRecipe(new Recipe(group.name().orElse(""), group.steps()))
        : new EditsTogether(group.steps().stream().map(Step::edit).toList());
  }
}
