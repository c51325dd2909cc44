package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voxdesk.text.Sentence;

/// A piece of a recipe's text, with the line it is on. Values keep the characters they were written
/// with: `007` is no number here.
sealed interface Node {
  int line();

  /// One value.
  ///
  /// @param kind what YAML or JSON takes it for
  record Scalar(String text, JsonToken kind, int line) implements Node {}

  /// Keys and what stands under them, in order.
  record Fields(Map<String, Node> fields, int line) implements Node {
    public Fields {
      fields = new LinkedHashMap<>(fields);
    }
  }

  record Entries(List<Node> nodes, int line) implements Node {
    public Entries {
      nodes = List.copyOf(nodes);
    }
  }

  /// The one value here; empty for a null.
  default String text() throws RecipeException {
    if (this instanceof Scalar scalar) {
      return scalar.kind() == JsonToken.VALUE_NULL ? "" : scalar.text();
    }
    throw new RecipeException(line(), Sentence.of("recipe.value.wanted"));
  }

  /// The values of a list; one that stands alone is a list of one.
  default List<String> texts() throws RecipeException {
    if (!(this instanceof Entries entries)) {
      return List.of(text());
    }
    var texts = new ArrayList<String>();
    for (Node node : entries.nodes()) {
      texts.add(node.text());
    }
    return texts;
  }

  default List<Node> entries() throws RecipeException {
    if (this instanceof Entries entries) {
      return entries.nodes();
    }
    throw new RecipeException(line(), Sentence.of("recipe.list.wanted"));
  }

  default Map<String, Node> fields() throws RecipeException {
    throw new RecipeException(line(), Sentence.of("recipe.fields.wanted"));
  }

  default double number() throws RecipeException {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw new RecipeException(line(), Sentence.of("recipe.number.wanted", text()), e);
    }
  }

  default boolean truth() throws RecipeException {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new RecipeException(line(), Sentence.of("recipe.truth.wanted", text()));
    };
  }

  /// The same as JSON.
  default JsonNode json() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (this) {
      case Fields object -> {
        ObjectNode json = nodes.objectNode();
        object.fields().forEach((name, node) -> json.set(name, node.json()));
        yield json;
      }
      case Entries list -> {
        ArrayNode json = nodes.arrayNode();
        list.nodes().forEach(node -> json.add(node.json()));
        yield json;
      }
      case Scalar scalar ->
          switch (scalar.kind()) {
            case VALUE_NULL -> nodes.nullNode();
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(scalar.text());
            default -> nodes.textNode(scalar.text());
          };
    };
  }

  private static JsonNode number(String text) {
    try {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
    } catch (NumberFormatException otherKind) {
      // Such as an octal one of YAML: whoever reads it knows what to make of its characters.
      return JsonNodeFactory.instance.textNode(text);
    }
  }
}
