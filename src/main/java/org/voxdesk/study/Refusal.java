package org.voxdesk.study;

import java.util.Optional;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.Problem;
import org.voxdesk.text.Sentence;

/// Why a slice has no place in any stack.
final class Refusal {
  private Refusal() {}

  /// The first reason there is; empty where the slice can be placed.
  static Optional<Sentence> of(Slice slice) {
    Instance image = slice.image();
    if (!image.hasPixels()) {
      return Optional.of(Sentence.of("stack.no.pixels", slice.name()));
    }
    if (image.frames() > 1 && slice.position().isEmpty()) {
      return Optional.of(Sentence.of("stack.frames", slice.path()));
    }
    return cutOff(image)
        .map(problem -> Sentence.of("stack.cut.off", slice.name(), problem.message()))
        .or(() -> misplaced(slice));
  }

  /// The file ends inside its pixels.
  private static Optional<Problem> cutOff(Instance instance) {
    return instance.file().problems().stream()
        .filter(problem -> problem.code() == Problem.Code.VALUE_TRUNCATED)
        .filter(problem -> problem.tag().filter(Tag.PIXEL_DATA::equals).isPresent())
        .findFirst();
  }

  private static Optional<Sentence> misplaced(Slice slice) {
    int columns = slice.dataSet().integer(Tag.COLUMNS).orElse(0);
    int rows = slice.dataSet().integer(Tag.ROWS).orElse(0);
    if (columns < 1 || rows < 1) {
      return Optional.of(Sentence.of("stack.no.size", slice.name(), columns, rows));
    }
    if (slice.position().isEmpty()) {
      return reason(slice, Tag.IMAGE_POSITION_PATIENT, "stack.no.position", "stack.bad.position");
    }
    if (slice.orientation().filter(Planes::isRightAngled).isEmpty()) {
      return reason(
          slice, Tag.IMAGE_ORIENTATION_PATIENT, "stack.no.orientation", "stack.bad.orientation");
    }
    return slice.pixelSpacing().isPresent()
        ? Optional.empty()
        : reason(slice, Tag.PIXEL_SPACING, "stack.no.spacing", "stack.bad.spacing");
  }

  private static Optional<Sentence> reason(Slice slice, Tag tag, String absent, String bad) {
    String value = String.join("\\", slice.dataSet().texts(tag));
    return Optional.of(
        value.isEmpty()
            ? Sentence.of(absent, slice.name(), tag)
            : Sentence.of(bad, slice.name(), printable(value)));
  }

  /// A value as a sentence can hold it.
  private static String printable(String value) {
    String clean = value.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
  }
}
