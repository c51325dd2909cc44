package org.voxdesk.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.voxdesk.io.Sidecar;
import org.voxdesk.io.SidecarException;
import org.voxdesk.io.SidecarFormat;
import org.voxdesk.io.SidecarJson;
import org.voxdesk.volume.Lps;

/// Measurements as JSON, by series. It names no patient.
///
/// Points on images are `[i, j]`, column and row index from 0 at the pixels' centres; points on
/// planes are `[x, y, z]`, LPS millimetres in the frame of reference.
final class MeasurementsJson implements SidecarFormat<Measurement> {
  private static final String VERSION = "voxdesk_measurements";
  private static final int THIS_VERSION = 1;

  @Override
  public String fileName() {
    return Sidecar.MEASUREMENTS;
  }

  @Override
  public byte[] encode(Map<String, List<Measurement>> series) {
    ObjectNode root = SidecarJson.empty(VERSION, THIS_VERSION);
    ObjectNode all = SidecarJson.series(root);
    series.forEach(
        (uid, list) -> {
          ArrayNode array = all.putArray(uid);
          list.forEach(measurement -> put(array.addObject(), measurement));
        });
    return SidecarJson.encode(root);
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

  @Override
  public Map<String, List<Measurement>> decode(byte[] file) throws SidecarException {
    JsonNode all = SidecarJson.series(file, VERSION, THIS_VERSION);
    var series = new LinkedHashMap<String, List<Measurement>>();
    for (Map.Entry<String, JsonNode> each : all.properties()) {
      var list = new ArrayList<Measurement>();
      for (JsonNode node : each.getValue()) {
        list.add(measurement(node));
      }
      series.put(each.getKey(), list);
    }
    return series;
  }

  private static Measurement measurement(JsonNode node) throws SidecarException {
    try {
      UUID id = UUID.fromString(SidecarJson.text(node, "id"));
      Kind kind = Kind.valueOf(SidecarJson.text(node, "kind").toUpperCase(Locale.ROOT));
      Anchor anchor = anchor(node);
      var points = new ArrayList<Point>();
      switch (anchor) {
        case Anchor.OnImage image -> {
          for (JsonNode point : SidecarJson.required(node, "points_ij")) {
            double[] p = SidecarJson.numbers(point, 2);
            points.add(new Point(p[0], p[1]));
          }
        }
        case Anchor.InSpace(String uid, Plane plane) -> {
          for (JsonNode point : SidecarJson.required(node, "points_lps")) {
            points.add(plane.point(lps(point)));
          }
        }
      }
      return new Measurement(id, anchor, kind.of(points), node.path("text").asText(""));
    } catch (IllegalArgumentException e) {
      throw SidecarException.damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Anchor anchor(JsonNode node) throws SidecarException {
    if (node.has("image")) {
      JsonNode image = node.path("image");
      if (!image.path("frame").isInt()) {
        throw SidecarException.damaged("frame");
      }
      return new Anchor.OnImage(
          SidecarJson.text(image, "sop_instance_uid"), image.path("frame").intValue());
    }
    JsonNode plane = SidecarJson.required(node, "plane");
    return new Anchor.InSpace(
        SidecarJson.text(plane, "frame_of_reference_uid"),
        new Plane(
            lps(SidecarJson.required(plane, "origin_lps")),
            lps(SidecarJson.required(plane, "right_lps")),
            lps(SidecarJson.required(plane, "down_lps"))));
  }

  private static Lps lps(JsonNode node) throws SidecarException {
    double[] n = SidecarJson.numbers(node, 3);
    return new Lps(n[0], n[1], n[2]);
  }
}
