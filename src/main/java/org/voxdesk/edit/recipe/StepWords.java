package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.text.Sentence;

/// What the steps of a recipe do, in words.
public final class StepWords {
  private StepWords() {}

  /// A sentence for each thing that is done.
  public static List<Sentence> of(Recipe recipe) {
    return recipe.steps().stream().flatMap(step -> of(step).stream()).toList();
  }

  private static List<Sentence> of(Step step) {
    List<Sentence> done = of(step.action());
    if (step.when().equals(Condition.ALWAYS)) {
      return done;
    }
    String when = text(RecipeWriter.condition(step.when()));
    return done.stream().map(what -> Sentence.of("recipe.words.where", what, when)).toList();
  }

  private static List<Sentence> of(Action action) {
    return switch (action) {
      case Action.Assign assign -> {
        var words = new ArrayList<Sentence>();
        for (Action.Assignment each : assign.assignments()) {
          words.add(
              assign.adding()
                  ? Sentence.of("recipe.words.add", each.path(), each.value())
                  : Sentence.of("recipe.words.set", each.path(), each.value()));
        }
        yield words;
      }
      case Action.Delete(List<Target> targets) -> targets.stream().map(StepWords::of).toList();
      case Action.Items items -> List.of(of(items));
      case Action.Make(Edit edit) -> List.of(edit.label());
      case Action.Group(Optional<String> name, List<Step> steps) ->
          steps.stream().flatMap(step -> of(step).stream()).toList();
    };
  }

  private static Sentence of(Target target) {
    return target instanceof Target.Private
        ? Sentence.of("recipe.words.private")
        : Sentence.of("edit.delete", target);
  }

  private static Sentence of(Action.Items items) {
    String place = items.sequence() + "[" + items.item() + "]";
    return ItemEdit.label(items.action(), place, items.to());
  }

  /// Without the marks that only a program needs.
  private static String text(JsonNode json) {
    if (json.isObject()) {
      return json.properties().stream()
          .map(
              field ->
                  field.getValue().isObject()
                      ? field.getKey() + " (" + text(field.getValue()) + ")"
                      : field.getKey() + ": " + text(field.getValue()))
          .collect(Collectors.joining(", "));
    }
    return json.isArray()
        ? StreamSupport.stream(json.spliterator(), false)
            .map(StepWords::text)
            .collect(Collectors.joining(" | "))
        : json.asText();
  }
}
