package org.voxdesk.app.tags;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.ModuleAttributes;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;
import org.voxdesk.text.Sentence;

/// What the columns of the tag table say, in the window's language.
final class TagText {
  /// Longer values are cut in the table; nobody reads more in one line.
  private static final int MOST = 240;

  private static final int MOST_IN_TOOLTIP = 2_000;
  private static final int MOST_KINDS = 20;
  private static final int MOST_OF_KIND = 80;

  private final Services services;
  private final NumberFormat numbers;

  TagText(Services services) {
    this.services = services;
    this.numbers = NumberFormat.getIntegerInstance(services.messages().locale());
  }

  /// The tag, or which item it is, counted from 1 as the standard does.
  String tag(TagRow row) {
    return switch (row) {
      case ElementRow element -> element.tag().toString();
      case ItemRow item -> services.text("tags.item", item.index() + 1);
      case MissingRow missing -> missing.tag().toString();
    };
  }

  String name(TagRow row) {
    return switch (row) {
      case ElementRow element -> element.name().isEmpty() ? unknown(element) : element.name();
      // As it is called in paths.
      case ItemRow item -> "[" + item.index() + "]";
      case MissingRow missing -> missing.name();
    };
  }

  private String unknown(ElementRow element) {
    return services.text(element.tag().isPrivate() ? "tags.private" : "tags.unknown");
  }

  /// The full name, multiplicity and creator, a line each.
  String nameDetails(ElementRow row) {
    List<String> lines = new ArrayList<>();
    row.entry()
        .ifPresentOrElse(
            entry -> {
              lines.add(entry.name());
              lines.add(services.text("tags.vm", entry.vm()));
              if (entry.retired()) {
                lines.add(services.text("tags.retired"));
              }
            },
            () -> lines.add(name(row)));
    row.creator().ifPresent(creator -> lines.add(services.text("tags.creator", creator)));
    return String.join("\n", lines);
  }

  String vr(TagRow row) {
    return row.vr();
  }

  /// The number of bytes; empty for what has none of its own.
  String length(TagRow row) {
    return row instanceof ElementRow element && element.element().length() >= 0
        ? numbers.format(element.element().length())
        : "";
  }

  /// The value in one line, cut when long.
  String value(TagRow row) {
    if (row instanceof MissingRow(ModuleAttributes.Missing missing)) {
      return services.text("tags.missing", missing.type(), missing.module());
    }
    if (!(row instanceof ElementRow shown)) {
      return "";
    }
    if (shown.spread().isMixed()) {
      return services.text("tags.mixed", shown.spread().kinds().size());
    }
    return value(shown, shown.element());
  }

  private String value(ElementRow shown, DataElement element) {
    return switch (element.value()) {
      case Value.Items items -> services.text("tags.items", items.items().size());
      case Value.Fragments fragments ->
          services.text("tags.fragments", fragments.fragments().size());
      case Value.Bulk bulk -> services.text("tags.onDisk", numbers.format(bulk.data().length()));
      case Value.Bytes bytes -> oneLine(shown.text(), MOST);
    };
  }

  /// The whole value in one line, to be copied.
  String copied(TagRow row) {
    return row instanceof ElementRow shown
            && shown.element().value() instanceof Value.Bytes
            && !shown.spread().isMixed()
        ? oneLine(shown.text(), Integer.MAX_VALUE)
        : value(row);
  }

  /// The whole value of some of the images.
  String whole(ElementRow row, Spread.Kind kind) {
    return kind.element().value() instanceof Value.Bytes
        ? ValueText.display(row.holder().understood(kind.element()), kind.set())
        : value(row, kind.element());
  }

  /// More of a value than the table shows.
  String valueDetails(ElementRow row) {
    if (row.spread().isMixed()) {
      return mixedDetails(row.spread());
    }
    return row.element().value() instanceof Value.Bytes
        ? cut(row.text().replace("\r\n", "\n").replace('\r', '\n'), MOST_IN_TOOLTIP)
        : value(row);
  }

  /// The different values, each with the number of images that have it.
  private String mixedDetails(Spread spread) {
    String shown =
        spread.kinds().stream()
            .limit(MOST_KINDS)
            .map(
                kind ->
                    services.text(
                        "tags.mixed.value",
                        oneLine(ValueText.display(kind.element(), kind.set()), MOST_OF_KIND),
                        kind.images()))
            .collect(Collectors.joining("\n"));
    return spread.kinds().size() > MOST_KINDS ? shown + "\n…" : shown;
  }

  /// In how many of the images it is.
  String images(TagRow row) {
    return row instanceof ElementRow element
        ? services.text("tags.images", element.spread().present(), element.spread().images())
        : "";
  }

  /// What is wrong with a value that the file has; empty where nothing is.
  Optional<String> violation(ElementRow row) {
    DataElement element = row.understood();
    if (row.isWithoutOwner()) {
      return Optional.of(services.reason(Sentence.of("check.no.creator", row.path())));
    }
    return ValueText.values(element, row.characterSet()).stream()
        .flatMap(value -> VrRules.violationOnReading(element.vr(), value).stream())
        .findFirst()
        .map(services::reason);
  }

  private static String oneLine(String text, int most) {
    return cut(text, most).replace("\r\n", " ⏎ ").replace('\n', ' ').replace('\r', ' ');
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }

  /// Who demands what is missing.
  String demanded(ModuleAttributes.Missing missing) {
    return services.text("tags.demanded", missing.type(), missing.module());
  }

  /// Whether the element says how the file is built.
  boolean isStructure(ElementRow row) {
    return row.tag().equals(Tag.META_GROUP_LENGTH) || row.tag().equals(Tag.TRANSFER_SYNTAX_UID);
  }

  /// Why the value of a line cannot be edited in place; empty where it can.
  String whyFixed(TagRow row) {
    if (row instanceof MissingRow) {
      return services.text("tags.fixed.missing");
    }
    if (!(row instanceof ElementRow shown)) {
      return services.text("tags.fixed.item");
    }
    Vr.Kind kind = shown.understood().vr().kind();
    if (kind == Vr.Kind.ITEMS || shown.element().value() instanceof Value.Items) {
      return services.text("tags.fixed.sequence");
    }
    if (shown.element().value() instanceof Value.Bulk) {
      return services.text("tags.fixed.onDisk");
    }
    if (kind == Vr.Kind.BINARY) {
      return services.text("tags.fixed.binary");
    }
    if (shown.occurrence() > 0) {
      return services.text("tags.fixed.duplicate");
    }
    if (shown.tag().equals(Tag.META_GROUP_LENGTH)) {
      return services.text("tags.fixed.groupLength");
    }
    if (shown.tag().equals(Tag.TRANSFER_SYNTAX_UID)) {
      return services.text("tags.fixed.transferSyntax");
    }
    return EditableText.of(shown.text()).isPresent() ? "" : services.text("tags.fixed.control");
  }
}
