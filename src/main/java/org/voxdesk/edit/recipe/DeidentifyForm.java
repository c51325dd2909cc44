package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.deid.ProfileOption;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.text.Sentence;

/// The form of de-identification in recipes: `options`, a list of words; `days`, by which modified
/// dates are moved; `key`, without which each reading of the recipe makes pseudonyms of its own.
final class DeidentifyForm {
  private static final String OPTIONS = "options";
  private static final String DAYS = "days";
  private static final String KEY = "key";

  private DeidentifyForm() {}

  static boolean isIn(List<Step> steps) {
    return steps.stream()
        .map(Step::action)
        .anyMatch(
            action ->
                (action instanceof Action.Make(Edit made) && made instanceof Deidentify)
                    || (action instanceof Action.Group group && isIn(group.steps())));
  }

  static void put(Deidentify edit, ObjectNode json) {
    ArrayNode options = json.putArray(OPTIONS);
    for (ProfileOption option : ProfileOption.values()) {
      if (edit.options().has(option)) {
        options.add(option.word());
      }
    }
    edit.options().shiftDays().ifPresent(days -> json.put(DAYS, days));
    json.put(KEY, edit.key().secret());
  }

  static Deidentify read(Node node) throws RecipeException {
    Map<String, Node> fields = node.fields();
    RecipeReader.requireKnown(fields, List.of(OPTIONS, DAYS, KEY));
    var chosen = EnumSet.noneOf(ProfileOption.class);
    Optional<Node> options = Optional.ofNullable(fields.get(OPTIONS));
    for (String word : options.isPresent() ? options.get().texts() : List.<String>of()) {
      chosen.add(ProfileOption.of(word).orElseThrow(() -> unknown(word, node)));
    }
    OptionalInt days = OptionalInt.empty();
    if (fields.containsKey(DAYS)) {
      days = OptionalInt.of((int) fields.getOrDefault(DAYS, node).number());
    }
    String key = fields.containsKey(KEY) ? fields.getOrDefault(KEY, node).text() : "";
    try {
      return new Deidentify(
          new ProfileOptions(chosen, days),
          key.isEmpty() ? PseudonymKey.random() : new PseudonymKey(key));
    } catch (IllegalArgumentException e) {
      throw new RecipeException(node.line(), Sentence.of("deid.options.wrong"), e);
    }
  }

  private static RecipeException unknown(String word, Node node) {
    List<String> words =
        Arrays.stream(ProfileOption.values())
            .filter(ProfileOption::isOffered)
            .map(ProfileOption::word)
            .toList();
    return Words.unknown(word, words, node.line());
  }
}
