package org.voxdesk.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.voxdesk.text.Sentence;

/// Takes a series apart into the stacks that it is made of, and leaves together what is one.
/// 1. Images of another size (Rows × Columns), orientation, Pixel Spacing, or whose Image Type says
///    LOCALIZER, are parts of their own ([PartsByShape]), except that
///    - images without position, orientation or spacing stay with those of their size;
///    - images that are each turned a little against the one before, as in rotating acquisitions,
///      stay together;
///    - a few images that lie where the greatest part has a hole stay with it: they are flawed
///      slices of that stack, which the geometry report names.
/// 2. Within such a part, images of different Convolution Kernels are parts of their own; and where
///    images lie at the same places, the first of Image Type, echo (Echo Numbers, Echo Time),
///    Diffusion b-value, Temporal Position Identifier and Acquisition Number that takes images of
///    one place apart makes parts, and then the next ([PartsByTrait]). Values make parts only if
///    each is a stack, of two or more places: an Acquisition Number that counts the images of one
///    stack does not split it, nor does a cine of one place fall apart.
///
/// A series in which no image has a place stays whole.
final class SeriesParts {
  private SeriesParts() {}

  /// Images that are one part, and the words for what sets them apart from other parts.
  record Part(List<Sentence> words, List<Listed> images) {
    Part {
      words = List.copyOf(words);
      images = List.copyOf(images);
    }

    /// This part divided once more, these images being one of the pieces.
    Part piece(Sentence word, List<Listed> some) {
      return new Part(Stream.concat(words.stream(), Stream.of(word)).toList(), some);
    }
  }

  /// The parts of one series, at least one.
  static List<Series> of(String uid, List<Listed> images) {
    var parts = new ArrayList<Part>();
    for (Part part : PartsByShape.of(images)) {
      parts.addAll(PartsByTrait.of(part));
    }
    if (parts.size() == 1) {
      return List.of(new Series(uid, Listed.ordered(images)));
    }
    var series = new ArrayList<Series>();
    for (int i = 0; i < parts.size(); i++) {
      series.add(new Series(uid, words(parts, i), Listed.ordered(parts.get(i).images())));
    }
    return series;
  }

  /// The words of a part; with its number where it has none, or shares them with another.
  private static List<Sentence> words(List<Part> parts, int at) {
    List<Sentence> words = parts.get(at).words();
    boolean alone = parts.stream().filter(part -> part.words().equals(words)).count() == 1;
    return alone && !words.isEmpty()
        ? words
        : Stream.concat(words.stream(), Stream.of(Sentence.of("part.number", at + 1))).toList();
  }
}
