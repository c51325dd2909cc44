package org.voxdesk.nodule;

import static org.voxdesk.io.SidecarJson.numbers;
import static org.voxdesk.io.SidecarJson.required;
import static org.voxdesk.io.SidecarJson.text;
import static org.voxdesk.io.SidecarJson.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.voxdesk.annotation.LidcContour;
import org.voxdesk.io.Sidecar;
import org.voxdesk.io.SidecarException;
import org.voxdesk.io.SidecarFormat;
import org.voxdesk.io.SidecarJson;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

/// Nodules as JSON, by series; places in LPS millimetres, outlines as `[i, j, i, j, …]`, column and
/// row from 0. It names no patient.
final class NodulesJson implements SidecarFormat<Nodule> {
  private static final String VERSION = "voxdesk_nodules";
  private static final int THIS_VERSION = 1;

  @Override
  public String fileName() {
    return Sidecar.NODULES;
  }

  @Override
  public byte[] encode(Map<String, List<Nodule>> series) {
    ObjectNode root = SidecarJson.empty(VERSION, THIS_VERSION);
    ObjectNode all = SidecarJson.series(root);
    series.forEach(
        (uid, list) -> {
          ArrayNode array = all.putArray(uid);
          list.forEach(nodule -> put(array.addObject(), nodule));
        });
    return SidecarJson.encode(root);
  }

  private static void put(ObjectNode node, Nodule nodule) {
    node.put("id", nodule.id().toString());
    node.put("number", nodule.number());
    put(node.putArray("center_lps"), nodule.center());
    nodule.diameterMm().ifPresent(mm -> node.put("diameter_mm", mm));
    if (!nodule.label().isEmpty()) {
      node.put("label", nodule.label());
    }
    if (!nodule.note().isEmpty()) {
      node.put("note", nodule.note());
    }
    if (!nodule.split().isEmpty()) {
      node.put("split", nodule.split());
    }
    nodule.exported().ifPresent(exported -> put(node.putObject("exported"), exported));
    if (!nodule.characteristics().isEmpty()) {
      ObjectNode ratings = node.putObject("characteristics");
      new TreeMap<>(nodule.characteristics())
          .forEach((name, values) -> values.forEach(ratings.putArray(name)::add));
    }
    if (!nodule.contours().isEmpty()) {
      ArrayNode contours = node.putArray("contours");
      nodule.contours().forEach(contour -> put(contours.addObject(), contour));
    }
  }

  private static void put(ObjectNode node, Exported exported) {
    put(node.putArray("center_lps"), exported.center());
    node.put("mode", exported.mode().name().toLowerCase(Locale.ROOT));
    node.put("size", exported.size());
    node.put("mm", exported.mm());
    exported.formats().forEach(node.putArray("formats")::add);
  }

  private static void put(ObjectNode node, LidcContour contour) {
    node.put("reader", contour.reader());
    node.put("image", contour.sopInstanceUid());
    node.put("inside", contour.isInside());
    ArrayNode points = node.putArray("points_ij");
    contour.points().forEach(p -> points.add(p.i()).add(p.j()));
  }

  private static void put(ArrayNode array, Lps point) {
    array.add(point.x()).add(point.y()).add(point.z());
  }

  @Override
  public Map<String, List<Nodule>> decode(byte[] file) throws SidecarException {
    Map<String, List<Nodule>> series = new LinkedHashMap<>();
    for (var each : SidecarJson.series(file, VERSION, THIS_VERSION).properties()) {
      List<Nodule> list = new ArrayList<>();
      for (JsonNode node : each.getValue()) {
        list.add(nodule(each.getKey(), node));
      }
      series.put(each.getKey(), list);
    }
    return series;
  }

  private static Nodule nodule(String seriesUid, JsonNode node) throws SidecarException {
    try {
      Optional<Exported> exported =
          node.has("exported") ? Optional.of(exported(node.path("exported"))) : Optional.empty();
      OptionalDouble diameter =
          node.has("diameter_mm")
              ? OptionalDouble.of(number(node, "diameter_mm"))
              : OptionalDouble.empty();
      return new Nodule(
          UUID.fromString(text(node, "id")),
          whole(node, "number"),
          seriesUid,
          lps(required(node, "center_lps")),
          diameter,
          node.path("label").asText(""),
          node.path("note").asText(""),
          characteristics(node.path("characteristics")),
          contours(node.path("contours")),
          node.path("split").asText(""),
          exported);
    } catch (IllegalArgumentException e) {
      throw SidecarException.damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Exported exported(JsonNode node) throws SidecarException {
    List<String> formats = new ArrayList<>();
    node.path("formats").forEach(format -> formats.add(format.asText()));
    return new Exported(
        lps(required(node, "center_lps")),
        ResampleMode.valueOf(text(node, "mode").toUpperCase(Locale.ROOT)),
        whole(node, "size"),
        number(node, "mm"),
        formats);
  }

  private static Map<String, List<Integer>> characteristics(JsonNode node) {
    Map<String, List<Integer>> ratings = new TreeMap<>();
    for (var each : node.properties()) {
      List<Integer> values = new ArrayList<>();
      each.getValue().forEach(value -> values.add(value.asInt()));
      ratings.put(each.getKey(), values);
    }
    return ratings;
  }

  private static List<LidcContour> contours(JsonNode node) throws SidecarException {
    List<LidcContour> contours = new ArrayList<>();
    for (JsonNode each : node) {
      JsonNode flat = required(each, "points_ij");
      List<LidcContour.Pixel> points = new ArrayList<>();
      for (int at = 0; at + 1 < flat.size(); at += 2) {
        points.add(new LidcContour.Pixel(flat.path(at).asInt(), flat.path(at + 1).asInt()));
      }
      contours.add(
          new LidcContour(
              whole(each, "reader"),
              text(each, "image"),
              each.path("inside").asBoolean(true),
              points));
    }
    return contours;
  }

  private static double number(JsonNode node, String name) throws SidecarException {
    double number = node.path(name).asDouble(Double.NaN);
    if (!Double.isFinite(number)) {
      throw SidecarException.damaged(name);
    }
    return number;
  }

  private static Lps lps(JsonNode node) throws SidecarException {
    double[] n = numbers(node, 3);
    return new Lps(n[0], n[1], n[2]);
  }
}
