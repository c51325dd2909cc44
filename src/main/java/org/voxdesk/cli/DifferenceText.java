package org.voxdesk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.edit.Difference;

/// Differences between two files as they are printed.
final class DifferenceText {
  private DifferenceText() {}

  /// `PatientID: “old” → “new”`.
  static String line(Difference difference) {
    return "%s: %s → %s"
        .formatted(difference.place(), quoted(difference.before()), quoted(difference.after()));
  }

  private static String quoted(Optional<Difference.Side> side) {
    return side.map(
            s ->
                s.element().value() instanceof Value.Bytes
                    ? "“" + Terminal.printable(text(s)) + "”"
                    : Terminal.printable(text(s)))
        .orElse("absent");
  }

  private static String text(Difference.Side side) {
    return switch (side.element().value()) {
      case Value.Bytes b -> side.text();
      case Value.Bulk bulk -> "(" + bulk.data().length() + " bytes)";
      case Value.Items items when side.element().tag().equals(Tag.ITEM) -> side.text();
      case Value.Items items -> "(" + items.items().size() + " items)";
      case Value.Fragments f -> "(" + f.fragments().size() + " fragments)";
    };
  }

  static ArrayNode json(List<Difference> differences) {
    ArrayNode list = Json.array();
    for (Difference difference : differences) {
      ObjectNode described =
          list.addObject()
              .put("path", difference.place())
              .put("tag", difference.path().tag().toString());
      describe(described, "before", difference.before());
      describe(described, "after", difference.after());
    }
    return list;
  }

  private static void describe(ObjectNode in, String name, Optional<Difference.Side> side) {
    if (side.isEmpty()) {
      in.putNull(name);
    } else {
      in.putObject(name).put("vr", side.get().element().vr().name()).put("value", text(side.get()));
    }
  }
}
