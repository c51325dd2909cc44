package org.voxdesk.edit.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.edit.recipe.Step;
import org.voxdesk.text.ExplainedException;

/// Entries as lines of JSON. The form of an edit is a recipe of one step.
final class JournalLine {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JournalLine() {}

  static String of(JournalEntry entry) {
    ObjectNode json = MAPPER.createObjectNode();
    switch (entry) {
      case JournalEntry.Made(Optional<Step> step, List<FileStamp> files) -> {
        json.set("made", step.flatMap(JournalLine::recipe).orElseGet(MAPPER::nullNode));
        put(json, files);
      }
      case JournalEntry.GoneTo(int done) -> json.put("done", done);
      case JournalEntry.Saved(List<FileStamp> files) -> put(json.put("saved", true), files);
    }
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of values can always be written", e);
    }
  }

  private static Optional<JsonNode> recipe(Step step) {
    try {
      return Optional.of(new Recipe("", List.of(step)).tree());
    } catch (ExplainedException notRecordable) {
      // The journal says so itself: an edit without a form cannot be made again.
      return Optional.empty();
    }
  }

  private static void put(ObjectNode json, List<FileStamp> files) {
    ArrayNode list = json.putArray("files");
    for (FileStamp file : files) {
      list.addObject()
          .put("path", file.path().toString())
          .put("size", file.size())
          .put("time", file.time().toString());
    }
  }

  /// The entry in a line; empty where the line is cut off or none.
  static Optional<JournalEntry> read(String line) {
    try {
      JsonNode json = MAPPER.readTree(line);
      if (json.has("made")) {
        return Optional.of(new JournalEntry.Made(step(json.get("made")), files(json)));
      }
      if (json.has("saved")) {
        return Optional.of(new JournalEntry.Saved(files(json)));
      }
      return json.path("done").isInt()
          ? Optional.of(new JournalEntry.GoneTo(json.get("done").intValue()))
          : Optional.empty();
    } catch (JsonProcessingException | InvalidPathException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Step> step(JsonNode json) {
    try {
      return json.isNull()
          ? Optional.empty()
          : Recipe.parse(json.toString(), "journal").steps().stream().findFirst();
    } catch (ExplainedException e) {
      return Optional.empty();
    }
  }

  private static List<FileStamp> files(JsonNode json) {
    var files = new ArrayList<FileStamp>();
    for (JsonNode file : json.path("files")) {
      files.add(
          new FileStamp(
              Path.of(file.path("path").asText()),
              file.path("size").asLong(-1),
              Instant.parse(file.path("time").asText())));
    }
    return files;
  }
}
