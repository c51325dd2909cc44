package org.voxdesk.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.volume.Lps;

/// What a cube's sidecar says of its nodule.
public final class NoduleDescription {
  private NoduleDescription() {}

  /// Its place in LPS millimetres, and what else is known: diameter, label, readers' ratings.
  public static ObjectNode of(Annotation nodule) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Lps centre = nodule.centre();
    node.putArray("lps_mm").add(centre.x()).add(centre.y()).add(centre.z());
    nodule.diameterMm().ifPresent(diameter -> node.put("diameter_mm", diameter));
    if (!nodule.label().isEmpty()) {
      node.put("label", nodule.label());
    }
    if (!nodule.contours().isEmpty()) {
      long readers = nodule.contours().stream().map(c -> c.reader()).distinct().count();
      node.put("readers", readers);
      ObjectNode ratings = node.putObject("characteristics");
      new TreeMap<>(nodule.characteristics())
          .forEach(
              (name, values) -> {
                ArrayNode array = ratings.putArray(name);
                values.forEach(array::add);
              });
    }
    return node;
  }
}
