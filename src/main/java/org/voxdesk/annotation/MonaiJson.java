package org.voxdesk.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Lps;

/// The data list of MONAI's detection examples: `{"training": [{"image": …, "box": [[cx, cy, cz, w,
/// h, d], …], "label": [0, …]}, …], "validation": […]}`, boxes in millimetres. As in those examples
/// the coordinates are LPS, and an image is named by its Series Instance UID.
final class MonaiJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// What a list is for, by its name.
  private static final Map<String, String> SPLITS =
      Map.of("training", "train", "validation", "validation", "testing", "test", "test", "test");

  private static final Pattern UID = Pattern.compile("\\d+(?:\\.\\d+)+");

  private MonaiJson() {}

  static Annotations parse(Object name, String text) throws JsonProcessingException {
    JsonNode root = MAPPER.readTree(text);
    List<Annotation> annotations = new ArrayList<>();
    List<Sentence> leftOut = new ArrayList<>();
    Map<String, String> splits = new HashMap<>();
    for (Map.Entry<String, JsonNode> list : root.properties()) {
      Optional<String> split = Optional.ofNullable(SPLITS.get(list.getKey()));
      for (JsonNode image :
          list.getValue().isArray() ? list.getValue() : MAPPER.createArrayNode()) {
        image(name, image, annotations, leftOut);
        split.ifPresent(part -> splits.putIfAbsent(uid(image.path("image").asText()), part));
      }
    }
    return new Annotations(annotations, List.of(), leftOut, splits);
  }

  private static void image(
      Object name, JsonNode image, List<Annotation> annotations, List<Sentence> leftOut) {
    String uid = uid(image.path("image").asText());
    JsonNode boxes = image.path("box");
    for (int n = 0; n < boxes.size(); n++) {
      JsonNode box = boxes.get(n);
      if (!isBox(box)) {
        leftOut.add(Sentence.of("annotation.no.box", name, box.toString()));
        continue;
      }
      double[] numbers = new double[6];
      for (int at = 0; at < 6; at++) {
        numbers[at] = box.get(at).asDouble();
      }
      double diameter = (numbers[3] + numbers[4] + numbers[5]) / 3;
      annotations.add(
          Annotation.of(
              uid,
              new Lps(numbers[0], numbers[1], numbers[2]),
              diameter > 0 ? OptionalDouble.of(diameter) : OptionalDouble.empty(),
              image.path("label").path(n).asText()));
    }
  }

  private static boolean isBox(JsonNode box) {
    return box.size() == 6 && box.valueStream().allMatch(JsonNode::isNumber);
  }

  /// The last part of a path that is a UID; else its last part without an ending.
  private static String uid(String path) {
    String file =
        path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.(nii(\\.gz)?|mhd|nrrd)$", "");
    if (UID.matcher(file).matches()) {
      return file;
    }
    for (String part : List.of(path.split("/", -1)).reversed()) {
      if (UID.matcher(part).matches()) {
        return part;
      }
    }
    return file;
  }

  /// @param splits what a series is for
  static String write(List<Annotation> annotations, UnaryOperator<String> splits)
      throws JsonProcessingException {
    ObjectNode root = MAPPER.createObjectNode();
    root.putArray("training");
    root.putArray("validation");
    Map<String, ObjectNode> images = new LinkedHashMap<>();
    for (Annotation one : annotations) {
      ObjectNode image =
          images.computeIfAbsent(
              one.seriesUid(),
              uid -> {
                ObjectNode added =
                    root.withArray(list(splits.apply(uid)))
                        .addObject()
                        .put("image", uid + ".nii.gz");
                added.putArray("box");
                added.putArray("label");
                return added;
              });
      ArrayNode box = image.withArray("box").addArray();
      Lps centre = one.centre();
      box.add(centre.x()).add(centre.y()).add(centre.z());
      for (int axis = 0; axis < 3; axis++) {
        box.add(one.diameterMm().orElse(0));
      }
      image
          .withArray("label")
          .add(one.label().matches("-?\\d{1,9}") ? Integer.parseInt(one.label()) : 0);
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static String list(String split) {
    return switch (split) {
      case "validation" -> "validation";
      case "test" -> "testing";
      default -> "training";
    };
  }
}
