package org.voxdesk.app.cubes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.voxdesk.app.model.Services;
import org.voxdesk.nodule.Nodule;

/// What the readers of LIDC-IDRI said of one characteristic of a nodule.
///
/// @param name as it is in the XML, such as `malignancy`
/// @param values of each reader
record Ratings(String name, List<Integer> values) {
  /// A characteristic of the XML that the window has words for.
  ///
  /// @param title names it in the messages
  /// @param scale names there what its numbers mean
  private record Known(String name, String title, String scale) {}

  /// The weightiest first.
  private static final List<Known> KNOWN =
      List.of(
          new Known("malignancy", "lidc.malignancy", "lidc.malignancy.scale"),
          new Known("subtlety", "lidc.subtlety", "lidc.subtlety.scale"),
          new Known("texture", "lidc.texture", "lidc.texture.scale"),
          new Known("margin", "lidc.margin", "lidc.margin.scale"),
          new Known("lobulation", "lidc.lobulation", "lidc.lobulation.scale"),
          new Known("spiculation", "lidc.spiculation", "lidc.spiculation.scale"),
          new Known("sphericity", "lidc.sphericity", "lidc.sphericity.scale"),
          new Known("calcification", "lidc.calcification", "lidc.calcification.scale"),
          new Known("internalStructure", "lidc.internalstructure", "lidc.internalstructure.scale"));

  /// Whose numbers are names, not steps of a scale: they have no mean.
  private static final List<String> KINDS = List.of("calcification", "internalStructure");

  /// Of a nodule; none where it was not read from LIDC.
  static List<Ratings> of(Nodule nodule) {
    List<Ratings> all = new ArrayList<>();
    nodule.characteristics().forEach((name, values) -> all.add(new Ratings(name, values)));
    all.sort(Comparator.comparingInt(Ratings::place).thenComparing(Ratings::name));
    return all;
  }

  private int place() {
    return known().map(KNOWN::indexOf).orElse(KNOWN.size());
  }

  private Optional<Known> known() {
    return KNOWN.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// What it is called in the window.
  String title(Services services) {
    return known().map(Known::title).map(services::text).orElse(name);
  }

  /// What its numbers mean; empty where that is not known.
  Optional<String> scale(Services services) {
    return known().map(Known::scale).map(services::text);
  }

  /// The mean over the readers; empty where the numbers are names.
  OptionalDouble mean() {
    return KINDS.contains(name)
        ? OptionalDouble.empty()
        : values.stream().mapToInt(Integer::intValue).average();
  }

  /// The mean with one decimal; a dash where there is none.
  String meanText() {
    return mean().isPresent() ? String.format(Locale.ROOT, "%.1f", mean().getAsDouble()) : "–";
  }

  /// All of it in a line.
  String words(Services services) {
    String each = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return mean().isPresent() && values.size() > 1
        ? services.text("lidc.words.mean", title(services), meanText(), each)
        : services.text("lidc.words", title(services), each);
  }
}
