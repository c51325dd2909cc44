package org.voxdesk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.edit.Difference;
import org.voxdesk.text.Sentence;

/// Differences between two files as they are printed.
final class DifferenceText {
  private DifferenceText() {}

  /// `PatientID: “old” → “new”`.
  static Sentence line(Difference difference) {
    return Sentence.of(
        "cli.difference",
        difference.place(),
        quoted(difference.before()),
        quoted(difference.after()));
  }

  private static Sentence quoted(Optional<Difference.Side> side) {
    return side.map(
            s ->
                s.element().value() instanceof Value.Bytes
                    ? Sentence.of("cli.quoted", Terminal.printable(s.text()))
                    : text(s))
        .orElse(Sentence.of("cli.absent.value"));
  }

  private static Sentence text(Difference.Side side) {
    return hasText(side)
        ? Sentence.of("cli.value", Terminal.printable(side.text()))
        : amount(side.element().value());
  }

  private static boolean hasText(Difference.Side side) {
    return side.element().value() instanceof Value.Bytes || side.element().tag().equals(Tag.ITEM);
  }

  /// How much there is of a value that has no text.
  static Sentence amount(Value value) {
    return switch (value) {
      case Value.Bytes b -> Sentence.of("cli.amount.bytes", b.bytes().length);
      case Value.Bulk bulk -> Sentence.of("cli.amount.bytes", bulk.data().length());
      case Value.Items items -> Sentence.of("cli.amount.items", items.items().size());
      case Value.Fragments f -> Sentence.of("cli.amount.fragments", f.fragments().size());
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
      Difference.Side known = side.get();
      in.putObject(name)
          .put("vr", known.element().vr().name())
          .put("value", hasText(known) ? known.text() : amount(known.element().value()).toString());
    }
  }
}
