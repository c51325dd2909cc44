package org.voxdesk.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.voxdesk.study.SeriesParts.Part;
import org.voxdesk.text.Sentence;

/// Images that could be slices of one stack for their shape, but are several stacks: the second
/// rule of [SeriesParts].
final class PartsByTrait {
  private PartsByTrait() {}

  /// A trait that may tell stacks apart.
  ///
  /// @param always whether it does where no place is repeated
  private record Trait(boolean always, Function<Traits, ?> value, Function<Traits, Sentence> word) {
    static Trait of(boolean always, String key, Function<Traits, String> value) {
      return new Trait(always, value, traits -> Sentence.of(key, printable(value.apply(traits))));
    }

    Object of(Listed image) {
      return value.apply(image.traits());
    }
  }

  /// From the most to the least telling.
  private static final List<Trait> TRAITS =
      List.of(
          Trait.of(true, "part.kernel", Traits::kernel),
          Trait.of(false, "part.type", Traits::type),
          new Trait(false, Traits::echo, PartsByTrait::echo),
          Trait.of(false, "part.diffusion", Traits::diffusion),
          Trait.of(false, "part.temporal", Traits::temporal),
          Trait.of(false, "part.acquisition", Traits::acquisition));

  private static Sentence echo(Traits traits) {
    Traits.Echo echo = traits.echo();
    return echo.time().isEmpty()
        ? Sentence.of("part.echo", printable(echo.number()))
        : Sentence.of("part.echo.time", printable(echo.time()));
  }

  /// A value as a word can hold it.
  private static String printable(String value) {
    String clean = value.replaceAll("\\p{Cntrl}", "?");
    return clean.isEmpty() ? "–" : clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
  }

  static List<Part> of(Part part) {
    List<Part> parts = List.of(part);
    for (Trait trait : TRAITS) {
      parts = parts.stream().flatMap(one -> divided(one, trait).stream()).toList();
    }
    return parts;
  }

  private static List<Part> divided(Part part, Trait trait) {
    Map<Object, List<Listed>> byValue = new LinkedHashMap<>();
    part.images().stream()
        .sorted(Comparator.comparingInt(Listed::number))
        .forEach(
            image -> byValue.computeIfAbsent(trait.of(image), v -> new ArrayList<>()).add(image));
    List<List<Listed>> stacks =
        byValue.values().stream().filter(images -> Places.of(images).count() > 1).toList();
    if (stacks.size() < 2) {
      return List.of(part);
    }
    List<Listed> greatest = stacks.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    byValue.values().stream()
        .filter(images -> !stacks.contains(images))
        .toList()
        .forEach(greatest::addAll);
    int repeated = Places.of(part.images()).repeated();
    int left = stacks.stream().mapToInt(images -> Places.of(images).repeated()).sum();
    if (!trait.always() && left >= repeated) {
      return List.of(part);
    }
    return stacks.stream()
        .map(images -> part.piece(trait.word().apply(images.getFirst().traits()), images))
        .toList();
  }
}
