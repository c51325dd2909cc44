package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voxdesk.text.Sentence;
import org.yaml.snakeyaml.LoaderOptions;

/// The characters of recipes, YAML or JSON, to and from trees.
final class RecipeText {
  private static final StreamReadConstraints LONG_VALUES =
      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LONG_VALUES).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(LONG_VALUES)
          .loaderOptions(loaderOptions())
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private RecipeText() {}

  private static LoaderOptions loaderOptions() {
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  /// Reads JSON where the text begins with a brace, else YAML.
  static Node read(String text) throws RecipeException {
    JsonFactory format = text.stripLeading().startsWith("{") ? JSON : YAML;
    try (JsonParser parser = format.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new RecipeException(1, Sentence.of("recipe.fields.wanted"));
      }
      Node node = node(parser);
      if (parser.nextToken() != null) {
        throw new RecipeException(line(parser), Sentence.of("recipe.surplus"));
      }
      return node;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new RecipeException(line, Sentence.of("recipe.syntax", reason), e);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be read", e);
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static Node node(JsonParser parser) throws IOException, RecipeException {
    int line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Node.Fields(fields(parser), line);
      case START_ARRAY -> {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          nodes.add(node(parser));
        }
        yield new Node.Entries(nodes, line);
      }
      default -> new Node.Scalar(parser.getText(), parser.currentToken(), line);
    };
  }

  private static Map<String, Node> fields(JsonParser parser) throws IOException, RecipeException {
    var fields = new LinkedHashMap<String, Node>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int line = line(parser);
      parser.nextToken();
      if (fields.put(name, node(parser)) != null) {
        throw new RecipeException(line, Sentence.of("recipe.twice", name));
      }
    }
    return fields;
  }

  static String yaml(JsonNode tree) {
    return text(new ObjectMapper(YAML), tree);
  }

  static String json(JsonNode tree) {
    return text(new ObjectMapper(JSON), tree);
  }

  private static String text(ObjectMapper mapper, JsonNode tree) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of values can always be written", e);
    }
  }
}
