package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.voxdesk.text.Sentence;

/// Makes conditions of trees.
final class ConditionReader {
  static final String ALL = "all";
  static final String ANY = "any";
  static final String NOT = "not";
  static final String PRESENT = "present";

  private ConditionReader() {}

  static Condition.All condition(Node node) throws RecipeException {
    var conditions = new ArrayList<Condition>();
    for (Map.Entry<String, Node> field : node.fields().entrySet()) {
      Node value = field.getValue();
      switch (field.getKey()) {
        case ALL -> conditions.add(new Condition.All(several(value)));
        case ANY -> conditions.add(new Condition.Any(several(value)));
        case NOT -> conditions.add(new Condition.Not(condition(value)));
        default -> conditions.addAll(about(Words.path(field.getKey(), value.line()), value));
      }
    }
    return new Condition.All(conditions);
  }

  private static List<Condition> several(Node node) throws RecipeException {
    var conditions = new ArrayList<Condition>();
    for (Node each : node.entries()) {
      conditions.add(condition(each));
    }
    return conditions;
  }

  /// What is said about one element.
  private static List<Condition> about(RecipePath path, Node node) throws RecipeException {
    if (!(node instanceof Node.Fields(Map<String, Node> tests, int line))) {
      return List.of(new Condition.Compared(path, Comparison.IS, node.texts()));
    }
    var conditions = new ArrayList<Condition>();
    for (Map.Entry<String, Node> test : tests.entrySet()) {
      Node value = test.getValue();
      Optional<Comparison> comparison = Comparison.of(test.getKey());
      if (test.getKey().equals(PRESENT)) {
        conditions.add(new Condition.Present(path, value.truth()));
      } else if (comparison.isPresent()) {
        conditions.add(
            new Condition.Compared(path, comparison.get(), words(comparison.get(), value)));
      } else {
        var known = new ArrayList<>(Comparison.words());
        known.add(PRESENT);
        throw Words.unknown(test.getKey(), known, value.line());
      }
    }
    return conditions;
  }

  private static List<String> words(Comparison comparison, Node node) throws RecipeException {
    if (comparison.isNumeric() && Double.isNaN(node.number())) {
      throw new RecipeException(node.line(), Sentence.of("recipe.number.wanted", node.text()));
    }
    List<String> words = node.texts();
    for (String word : words) {
      try {
        if (comparison == Comparison.MATCHES) {
          Comparison.pattern(word);
        }
      } catch (PatternSyntaxException e) {
        throw new RecipeException(node.line(), Sentence.of("recipe.pattern", word), e);
      }
    }
    return words;
  }
}
