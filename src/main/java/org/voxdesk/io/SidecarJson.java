package org.voxdesk.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the JSON of all sidecars has in common: its kind with a version, then `series`.
public final class SidecarJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();
  private static final String SERIES = "series";

  private SidecarJson() {}

  /// A file of this kind without any series.
  public static ObjectNode empty(String kind, int version) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(kind, version);
    root.putObject(SERIES);
    return root;
  }

  /// The series of a file.
  public static ObjectNode series(ObjectNode root) {
    return root.withObject("/" + SERIES);
  }

  public static byte[] encode(ObjectNode root) {
    try {
      return (WRITER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text always serialises", e);
    }
  }

  /// The series of a file of this kind, of this version or an older one.
  ///
  /// @throws SidecarException if it is no such file
  public static JsonNode series(byte[] file, String kind, int version) throws SidecarException {
    JsonNode root = parse(file);
    if (!root.path(kind).canConvertToInt()) {
      throw SidecarException.damaged(kind);
    }
    if (root.path(kind).intValue() > version) {
      throw SidecarException.newer();
    }
    return required(root, SERIES);
  }

  private static JsonNode parse(byte[] file) throws SidecarException {
    try {
      JsonNode root = MAPPER.readTree(file);
      if (root == null || !root.isObject()) {
        throw SidecarException.damaged("JSON");
      }
      return root;
    } catch (IOException e) {
      throw SidecarException.damaged("JSON");
    }
  }

  /// The object or array of this name.
  public static JsonNode required(JsonNode node, String name) throws SidecarException {
    JsonNode found = node.path(name);
    if (!found.isContainerNode()) {
      throw SidecarException.damaged(name);
    }
    return found;
  }

  /// The text of this name.
  public static String text(JsonNode node, String name) throws SidecarException {
    if (!node.path(name).isTextual()) {
      throw SidecarException.damaged(name);
    }
    return node.path(name).textValue();
  }

  /// The whole number of this name.
  public static int whole(JsonNode node, String name) throws SidecarException {
    if (!node.path(name).isInt()) {
      throw SidecarException.damaged(name);
    }
    return node.path(name).intValue();
  }

  /// An array of so many finite numbers.
  public static double[] numbers(JsonNode node, int count) throws SidecarException {
    double[] numbers = new double[count];
    for (int at = 0; at < count; at++) {
      JsonNode number = node.path(at);
      if (node.size() != count || !number.isNumber() || !Double.isFinite(number.doubleValue())) {
        throw SidecarException.damaged(node.toString());
      }
      numbers[at] = number.doubleValue();
    }
    return numbers;
  }
}
