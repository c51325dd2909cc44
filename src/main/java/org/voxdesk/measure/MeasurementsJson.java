package org.voxdesk.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.voxdesk.volume.Lps;

/// Measurements as JSON, by series. It names no patient.
///
/// Points on images are `[i, j]`, column and row index from 0 at the pixels' centres; points on
/// planes are `[x, y, z]`, LPS millimetres in the frame of reference.
final class MeasurementsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();
  private static final String VERSION = "voxdesk_measurements";
  private static final int THIS_VERSION = 1;

  private MeasurementsJson() {}

  /// A file that is not what it should be.
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String reason) {
      super(reason);
    }
  }

  /// A file whose form is newer than this program.
  static final class NewerException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static byte[] encode(Map<String, List<Measurement>> series) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(VERSION, THIS_VERSION);
    ObjectNode all = root.putObject("series");
    series.forEach(
        (uid, list) -> {
          ArrayNode array = all.putArray(uid);
          list.forEach(measurement -> put(array.addObject(), measurement));
        });
    try {
      return (WRITER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text always serialises", e);
    }
  }

  private static void put(ObjectNode node, Measurement measurement) {
    node.put("id", measurement.id().toString());
    node.put("kind", measurement.shape().kind().name().toLowerCase(Locale.ROOT));
    if (!measurement.text().isEmpty()) {
      node.put("text", measurement.text());
    }
    switch (measurement.anchor()) {
      case Anchor.OnImage(String uid, int frame) -> {
        node.putObject("image").put("sop_instance_uid", uid).put("frame", frame);
        ArrayNode points = node.putArray("points_ij");
        measurement.shape().points().forEach(p -> points.addArray().add(p.x()).add(p.y()));
      }
      case Anchor.InSpace(String uid, Plane plane) -> {
        ObjectNode place = node.putObject("plane").put("frame_of_reference_uid", uid);
        put(place.putArray("origin_lps"), plane.origin());
        put(place.putArray("right_lps"), plane.right());
        put(place.putArray("down_lps"), plane.down());
        ArrayNode points = node.putArray("points_lps");
        measurement.shape().points().forEach(p -> put(points.addArray(), plane.lps(p)));
      }
    }
  }

  private static void put(ArrayNode array, Lps point) {
    array.add(point.x()).add(point.y()).add(point.z());
  }

  /// Every measurement of every series.
  static Map<String, List<Measurement>> decode(byte[] file)
      throws DamagedException, NewerException {
    JsonNode root = parse(file);
    if (!root.path(VERSION).canConvertToInt()) {
      throw new DamagedException(VERSION);
    }
    if (root.path(VERSION).intValue() > THIS_VERSION) {
      throw new NewerException();
    }
    var series = new LinkedHashMap<String, List<Measurement>>();
    for (Map.Entry<String, JsonNode> each : required(root, "series").properties()) {
      var list = new ArrayList<Measurement>();
      for (JsonNode node : each.getValue()) {
        list.add(measurement(node));
      }
      series.put(each.getKey(), list);
    }
    return series;
  }

  private static JsonNode parse(byte[] file) throws DamagedException {
    try {
      JsonNode root = MAPPER.readTree(file);
      if (root == null || !root.isObject()) {
        throw new DamagedException("JSON");
      }
      return root;
    } catch (IOException e) {
      throw new DamagedException("JSON");
    }
  }

  private static Measurement measurement(JsonNode node) throws DamagedException {
    try {
      UUID id = UUID.fromString(text(node, "id"));
      Kind kind = Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT));
      Anchor anchor = anchor(node);
      var points = new ArrayList<Point>();
      switch (anchor) {
        case Anchor.OnImage image -> {
          for (JsonNode point : required(node, "points_ij")) {
            double[] p = numbers(point, 2);
            points.add(new Point(p[0], p[1]));
          }
        }
        case Anchor.InSpace(String uid, Plane plane) -> {
          for (JsonNode point : required(node, "points_lps")) {
            points.add(plane.point(lps(point)));
          }
        }
      }
      return new Measurement(id, anchor, kind.of(points), node.path("text").asText(""));
    } catch (IllegalArgumentException e) {
      throw new DamagedException(String.valueOf(e.getMessage()));
    }
  }

  private static Anchor anchor(JsonNode node) throws DamagedException {
    if (node.has("image")) {
      JsonNode image = node.path("image");
      if (!image.path("frame").isInt()) {
        throw new DamagedException("frame");
      }
      return new Anchor.OnImage(text(image, "sop_instance_uid"), image.path("frame").intValue());
    }
    JsonNode plane = required(node, "plane");
    return new Anchor.InSpace(
        text(plane, "frame_of_reference_uid"),
        new Plane(
            lps(required(plane, "origin_lps")),
            lps(required(plane, "right_lps")),
            lps(required(plane, "down_lps"))));
  }

  private static JsonNode required(JsonNode node, String name) throws DamagedException {
    JsonNode found = node.path(name);
    if (!found.isContainerNode()) {
      throw new DamagedException(name);
    }
    return found;
  }

  private static String text(JsonNode node, String name) throws DamagedException {
    if (!node.path(name).isTextual()) {
      throw new DamagedException(name);
    }
    return node.path(name).textValue();
  }

  private static Lps lps(JsonNode node) throws DamagedException {
    double[] n = numbers(node, 3);
    return new Lps(n[0], n[1], n[2]);
  }

  private static double[] numbers(JsonNode node, int count) throws DamagedException {
    double[] numbers = new double[count];
    for (int at = 0; at < count; at++) {
      JsonNode number = node.path(at);
      if (node.size() != count || !number.isNumber() || !Double.isFinite(number.doubleValue())) {
        throw new DamagedException(node.toString());
      }
      numbers[at] = number.doubleValue();
    }
    return numbers;
  }
}
