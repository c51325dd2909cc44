package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.PixelRegion;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.RemapUids;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.text.Sentence;

/// Makes recipes of trees.
final class RecipeReader {
  private static final Pattern ASSIGNED = Pattern.compile("(.+?)(?::([A-Z]{2}))?");
  private static final String WHEN = "when";
  private static final List<String> HEAD = List.of("voxdesk", "name", "steps");

  /// What a step can do, and what else may be said about it.
  private static final Map<String, List<String>> ACTIONS = actions();

  private RecipeReader() {}

  private static Map<String, List<String>> actions() {
    var actions = new LinkedHashMap<String, List<String>>();
    actions.put("set", List.of("anyway"));
    actions.put("add", List.of("anyway"));
    actions.put("delete", List.of());
    actions.put("addItem", List.of());
    actions.put("deleteItem", List.of());
    actions.put("duplicateItem", List.of());
    actions.put("moveItem", List.of("to"));
    actions.put("put", List.of("into"));
    actions.put("remapUids", List.of("of"));
    actions.put("reencode", List.of());
    actions.put("emptyPreamble", List.of());
    actions.put("threshold", List.of());
    actions.put("deidentify", List.of());
    actions.put("steps", List.of("name"));
    return actions;
  }

  static Recipe recipe(Node node) throws RecipeException {
    Map<String, Node> fields = node.fields();
    requireKnown(fields, HEAD);
    Node version = required(fields, "voxdesk", node);
    if (!version.text().equals(String.valueOf(Recipe.VERSION))) {
      throw new RecipeException(
          version.line(), Sentence.of("recipe.version", version.text(), Recipe.VERSION));
    }
    String name = fields.containsKey("name") ? required(fields, "name", node).text() : "";
    return new Recipe(name, steps(required(fields, "steps", node)));
  }

  private static List<Step> steps(Node node) throws RecipeException {
    var steps = new ArrayList<Step>();
    for (Node step : node.entries()) {
      steps.add(step(step));
    }
    return steps;
  }

  static Step step(Node node) throws RecipeException {
    Map<String, Node> fields = node.fields();
    List<String> verbs = fields.keySet().stream().filter(ACTIONS::containsKey).toList();
    if (verbs.size() > 1) {
      Sentence two = Sentence.of("recipe.two.actions", verbs.get(0), verbs.get(1));
      throw new RecipeException(node.line(), two);
    }
    var known = new ArrayList<String>(List.of(WHEN));
    if (verbs.isEmpty()) {
      known.addAll(ACTIONS.keySet());
    } else {
      known.add(verbs.getFirst());
      known.addAll(ACTIONS.getOrDefault(verbs.getFirst(), List.of()));
    }
    requireKnown(fields, known);
    if (verbs.isEmpty()) {
      throw new RecipeException(
          node.line(), Sentence.of("recipe.no.action", String.join(", ", ACTIONS.keySet())));
    }
    Condition when =
        fields.containsKey(WHEN)
            ? ConditionReader.condition(required(fields, WHEN, node))
            : Condition.ALWAYS;
    return new Step(when, action(verbs.getFirst(), fields, node));
  }

  private static Action action(String verb, Map<String, Node> fields, Node step)
      throws RecipeException {
    Node node = required(fields, verb, step);
    return switch (verb) {
      case "set" -> assign(node, false, fields);
      case "add" -> assign(node, true, fields);
      case "delete" -> delete(node);
      case "addItem" -> item(node, ItemEdit.Action.ADD, 0);
      case "deleteItem" -> item(node, ItemEdit.Action.DELETE, 0);
      case "duplicateItem" -> item(node, ItemEdit.Action.DUPLICATE, 0);
      case "moveItem" ->
          item(node, ItemEdit.Action.MOVE, (int) required(fields, "to", step).number());
      case "put" -> put(node, Optional.ofNullable(fields.get("into")));
      case "remapUids" -> remap(node, Optional.ofNullable(fields.get("of")));
      case "reencode" -> {
        requireWord(node, "utf8");
        yield new Action.Make(new ReencodeText());
      }
      case "emptyPreamble" -> {
        requireWord(node, "true");
        yield new Action.Make(new EmptyPreamble());
      }
      case "threshold" -> threshold(node);
      case "deidentify" -> new Action.Make(DeidentifyForm.read(node));
      case "steps" -> {
        Optional<Node> name = Optional.ofNullable(fields.get("name"));
        yield new Action.Group(
            name.isPresent() ? Optional.of(name.get().text()) : Optional.empty(), steps(node));
      }
      default -> throw new IllegalStateException(verb);
    };
  }

  private static Action assign(Node node, boolean adding, Map<String, Node> fields)
      throws RecipeException {
    boolean anyway = fields.containsKey("anyway") && required(fields, "anyway", node).truth();
    var assignments = new ArrayList<Action.Assignment>();
    for (Map.Entry<String, Node> field : node.fields().entrySet()) {
      Node value = field.getValue();
      Matcher matcher = ASSIGNED.matcher(field.getKey());
      if (!matcher.matches()) {
        throw Words.noPath(field.getKey(), value.line());
      }
      RecipePath path = Words.path(matcher.group(1), value.line());
      Optional<String> named = Optional.ofNullable(matcher.group(2));
      Optional<Vr> vr = named.flatMap(Vr::of);
      if (named.isPresent() && vr.isEmpty()) {
        throw new RecipeException(value.line(), Sentence.of("recipe.no.vr", named.get()));
      }
      String text = String.join("\\", value.texts());
      assignments.add(new Action.Assignment(path, vr, Template.parse(text, value.line())));
    }
    return new Action.Assign(adding, anyway ? Checking.STORABLE : Checking.RULES, assignments);
  }

  private static Action delete(Node node) throws RecipeException {
    var targets = new ArrayList<Target>();
    for (String text : node.texts()) {
      Optional<RecipePath> path = RecipePath.parse(text);
      if (path.isPresent()) {
        targets.add(new Target.At(path.get()));
      } else if (text.equals(Target.PRIVATE)) {
        targets.add(new Target.Private());
      } else if (Target.LIKE.matcher(text).matches()) {
        targets.add(new Target.Like(text));
      } else {
        throw Words.noPath(text, node.line());
      }
    }
    return new Action.Delete(targets);
  }

  private static Action item(Node node, ItemEdit.Action action, int to) throws RecipeException {
    List<RecipePath.Step> steps = item(node);
    RecipePath.Step last = steps.getLast();
    var sequence = new RecipePath(steps.subList(0, steps.size() - 1), last.sequence());
    return new Action.Items(sequence, action, last.item(), to);
  }

  private static List<RecipePath.Step> item(Node node) throws RecipeException {
    Optional<List<RecipePath.Step>> steps = RecipePath.parseItem(node.text());
    if (steps.isEmpty() || steps.get().isEmpty()) {
      throw new RecipeException(node.line(), Sentence.of("recipe.no.item", node.text()));
    }
    return steps.get();
  }

  private static Action put(Node node, Optional<Node> into) throws RecipeException {
    List<TagPath.Step> steps = List.of();
    if (into.isPresent()) {
      var inside = new RecipePath(item(into.get()), new RecipePath.Name.Known(Tag.ITEM));
      Optional<TagPath> fixed = inside.fixed();
      if (fixed.isEmpty()) {
        throw new RecipeException(
            into.get().line(), Sentence.of("recipe.no.item", into.get().text()));
      }
      steps = fixed.get().steps();
    }
    try {
      List<PutElement> puts = PutForm.read(node.json(), steps);
      return puts.size() == 1
          ? new Action.Make(puts.getFirst())
          : new Action.Group(
              Optional.empty(), puts.stream().map(p -> Step.of(new Action.Make(p))).toList());
    } catch (DicomException e) {
      throw new RecipeException(node.line(), e.sentence(), e);
    }
  }

  private static Action remap(Node node, Optional<Node> of) throws RecipeException {
    TagPath origin = TagPath.of(Tag.SOP_INSTANCE_UID);
    if (of.isPresent()) {
      String text = of.get().text();
      origin = TagPath.parse(text).orElseThrow(() -> Words.noPath(text, of.get().line()));
    }
    var replacements = new LinkedHashMap<String, String>();
    for (Map.Entry<String, Node> field : node.fields().entrySet()) {
      replacements.put(field.getKey(), field.getValue().text());
    }
    return new Action.Make(new RemapUids(origin, replacements));
  }

  private static Action threshold(Node node) throws RecipeException {
    Map<String, Node> fields = node.fields();
    requireKnown(fields, List.of("within", "from", "below", "to", "units"));
    if (fields.containsKey("within")) {
      return new Action.Make(
          ThresholdPixels.within(
              regions(required(fields, "within", node)),
              required(fields, "to", node).number(),
              units(fields, node)));
    }
    double from =
        fields.containsKey("from")
            ? required(fields, "from", node).number()
            : Double.NEGATIVE_INFINITY;
    double below = required(fields, "below", node).number();
    double to = required(fields, "to", node).number();
    return new Action.Make(new ThresholdPixels(from, below, to, units(fields, node)));
  }

  private static ThresholdPixels.Units units(Map<String, Node> fields, Node node)
      throws RecipeException {
    if (!fields.containsKey("units")) {
      return ThresholdPixels.Units.OUTPUT;
    }
    Node named = required(fields, "units", node);
    return switch (named.text()) {
      case "hu" -> ThresholdPixels.Units.OUTPUT;
      case "stored" -> ThresholdPixels.Units.STORED;
      default -> throw Words.unknown(named.text(), List.of("hu", "stored"), named.line());
    };
  }

  private static Map<String, PixelRegion> regions(Node within) throws RecipeException {
    var regions = new TreeMap<String, PixelRegion>();
    for (Map.Entry<String, Node> image : within.fields().entrySet()) {
      try {
        regions.put(image.getKey(), PixelRegion.parse(image.getValue().text()));
      } catch (IllegalArgumentException e) {
        throw new RecipeException(image.getValue().line(), Sentence.of("recipe.region"), e);
      }
    }
    return regions;
  }

  private static void requireWord(Node node, String word) throws RecipeException {
    if (!node.text().equals(word)) {
      throw Words.unknown(node.text(), List.of(word), node.line());
    }
  }

  static void requireKnown(Map<String, Node> fields, List<String> known) throws RecipeException {
    for (Map.Entry<String, Node> field : fields.entrySet()) {
      if (!known.contains(field.getKey())) {
        throw Words.unknown(field.getKey(), known, field.getValue().line());
      }
    }
  }

  private static Node required(Map<String, Node> fields, String name, Node in)
      throws RecipeException {
    Optional<Node> node = Optional.ofNullable(fields.get(name));
    if (node.isEmpty()) {
      throw new RecipeException(in.line(), Sentence.of("recipe.missing", name));
    }
    return node.get();
  }
}
