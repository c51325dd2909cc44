package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.RemapUids;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.text.ExplainedException;

/// Makes trees of recipes.
final class RecipeWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecipeWriter() {}

  static ObjectNode recipe(Recipe recipe) throws ExplainedException {
    ObjectNode json = NODES.objectNode().put("voxdesk", Recipe.VERSION);
    if (!recipe.name().isEmpty()) {
      json.put("name", recipe.name());
    }
    json.set("steps", steps(recipe.steps()));
    return json;
  }

  private static ArrayNode steps(List<Step> steps) throws ExplainedException {
    ArrayNode json = NODES.arrayNode();
    for (Step step : steps) {
      json.add(step(step));
    }
    return json;
  }

  static ObjectNode step(Step step) throws ExplainedException {
    ObjectNode json = NODES.objectNode();
    if (!step.when().equals(Condition.ALWAYS)) {
      json.set("when", condition(step.when()));
    }
    switch (step.action()) {
      case Action.Assign assign -> put(assign, json);
      case Action.Delete(List<Target> targets) ->
          json.set("delete", words(targets.stream().map(Target::toString).toList()));
      case Action.Items items -> put(items, json);
      case Action.Make(Edit edit) -> put(edit, json);
      case Action.Group(Optional<String> name, List<Step> steps) -> {
        name.ifPresent(given -> json.put("name", given));
        json.set("steps", steps(steps));
      }
    }
    return json;
  }

  private static void put(Action.Assign assign, ObjectNode json) {
    ObjectNode values = json.putObject(assign.adding() ? "add" : "set");
    for (Action.Assignment each : assign.assignments()) {
      String vr = each.vr().map(named -> ":" + named).orElse("");
      values.put(each.path() + vr, each.value().toString());
    }
    if (assign.checking() == Checking.STORABLE) {
      json.put("anyway", true);
    }
  }

  private static void put(Action.Items items, ObjectNode json) {
    String item = items.sequence() + "[" + items.item() + "]";
    switch (items.action()) {
      case ADD -> json.put("addItem", item);
      case DELETE -> json.put("deleteItem", item);
      case DUPLICATE -> json.put("duplicateItem", item);
      case MOVE -> json.put("moveItem", item).put("to", items.to());
    }
  }

  private static void put(Edit edit, ObjectNode json) throws ExplainedException {
    switch (edit) {
      case PutElement put -> {
        json.set("put", PutForm.write(put));
        if (!put.path().steps().isEmpty()) {
          String inside = new TagPath(put.path().steps(), Tag.ITEM).toString();
          json.put("into", inside.substring(0, inside.lastIndexOf('.')));
        }
      }
      case RemapUids remap -> {
        ObjectNode uids = json.putObject("remapUids");
        new TreeMap<>(remap.replacements()).forEach(uids::put);
        json.put("of", remap.origin().toString());
      }
      case ReencodeText reencode -> json.put("reencode", "utf8");
      case EmptyPreamble empty -> json.put("emptyPreamble", true);
      case ThresholdPixels threshold -> {
        ObjectNode range = json.putObject("threshold");
        threshold
            .regions()
            .ifPresent(
                regions -> {
                  ObjectNode within = range.putObject("within");
                  new TreeMap<>(regions).forEach((uid, region) -> within.put(uid, region.text()));
                });
        if (threshold.from() != Double.NEGATIVE_INFINITY) {
          range.put("from", threshold.from());
        }
        if (threshold.below() != Double.POSITIVE_INFINITY) {
          range.put("below", threshold.below());
        }
        range.put("to", threshold.value());
        boolean stored = threshold.units() == ThresholdPixels.Units.STORED;
        range.put("units", stored ? "stored" : "hu");
      }
      case Deidentify deidentify -> DeidentifyForm.put(deidentify, json.putObject("deidentify"));
      default -> json.setAll(step(Step.of(edit)));
    }
  }

  /// One word, or a list of several.
  private static JsonNode words(List<String> words) {
    if (words.size() == 1) {
      return NODES.textNode(words.getFirst());
    }
    ArrayNode json = NODES.arrayNode();
    words.forEach(json::add);
    return json;
  }

  static ObjectNode condition(Condition condition) {
    ObjectNode json = NODES.objectNode();
    var more = new ArrayList<Condition>();
    List<Condition> conditions =
        condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
    for (Condition each : conditions) {
      if (!put(each, json)) {
        more.add(each);
      }
    }
    // Plain equality goes without saying.
    for (String name : names(json)) {
      JsonNode tests = json.get(name);
      if (tests.isObject() && tests.size() == 1 && tests.has(Comparison.IS.word())) {
        json.set(name, tests.get(Comparison.IS.word()));
      }
    }
    if (!more.isEmpty()) {
      ArrayNode rest = json.putArray(ConditionReader.ALL);
      more.forEach(each -> rest.add(condition(each)));
    }
    return json;
  }

  private static List<String> names(ObjectNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  /// @return false where its key is taken
  private static boolean put(Condition condition, ObjectNode json) {
    return switch (condition) {
      case Condition.All all -> {
        boolean free = !json.has(ConditionReader.ALL);
        if (free) {
          ArrayNode each = json.putArray(ConditionReader.ALL);
          all.conditions().forEach(c -> each.add(condition(c)));
        }
        yield free;
      }
      case Condition.Any any -> {
        boolean free = !json.has(ConditionReader.ANY);
        if (free) {
          ArrayNode each = json.putArray(ConditionReader.ANY);
          any.conditions().forEach(c -> each.add(condition(c)));
        }
        yield free;
      }
      case Condition.Not not -> {
        boolean free = !json.has(ConditionReader.NOT);
        if (free) {
          json.set(ConditionReader.NOT, condition(not.condition()));
        }
        yield free;
      }
      case Condition.Present present ->
          put(json, present.path(), ConditionReader.PRESENT, NODES.booleanNode(present.wanted()));
      case Condition.Compared compared ->
          put(
              json,
              compared.path(),
              compared.test().word(),
              compared.test().isNumeric()
                  ? number(compared.words().getFirst())
                  : words(compared.words()));
    };
  }

  private static boolean put(ObjectNode json, RecipePath path, String word, JsonNode value) {
    JsonNode tests = json.withObjectProperty(path.toString());
    return tests instanceof ObjectNode object && object.putIfAbsent(word, value) == null;
  }

  private static JsonNode number(String text) {
    try {
      return NODES.numberNode(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return NODES.textNode(text);
    }
  }
}
