package org.voxdesk.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// How the images of a series lie, in words.
///
/// @param verdict all of it in one line
/// @param remarks one sentence for each gap, uneven step, tilt, image that is at another's place,
///   of another size, spacing or orientation or has no place, and for rescaling that varies or is
///   missing; none for a flawless stack. Where many images have the same flaw, the first few are
///   named and the others counted
/// @param stack the slices that make a volume; empty where none do
public record GeometryReport(Sentence verdict, List<Sentence> remarks, Optional<SliceStack> stack) {
  /// Images with the same flaw that are named one by one.
  private static final int NAMED = 8;

  public GeometryReport {
    remarks = List.copyOf(remarks);
  }

  /// Looks at every image of a series, or of one of its parts.
  public static GeometryReport of(Series series) {
    try {
      SliceStack stack = SliceStack.of(series);
      var remarks = new ArrayList<>(stack.findings());
      remarks.addAll(named(stack.leftOut()));
      return new GeometryReport(verdict(stack), remarks, Optional.of(stack));
    } catch (DicomException e) {
      return new GeometryReport(
          Sentence.of("report.none", e.sentence()), noStack(series), Optional.empty());
    }
  }

  /// Why no image has a place, where that takes more than the verdict.
  private static List<Sentence> noStack(Series series) {
    var leftOut = new ArrayList<LeftOut>();
    for (Instance image : series.instances()) {
      Refusal.of(Slice.of(image).getFirst())
          .ifPresent(reason -> leftOut.add(new LeftOut(image.path(), reason)));
    }
    return leftOut.size() > 1 ? named(leftOut) : List.of();
  }

  /// A sentence for each, or for the first of many that are left out for the same reason.
  public static List<Sentence> named(List<LeftOut> leftOut) {
    Map<String, List<Sentence>> kinds = new LinkedHashMap<>();
    for (LeftOut out : leftOut) {
      kinds.computeIfAbsent(out.reason().key(), key -> new ArrayList<>()).add(out.reason());
    }
    var named = new ArrayList<Sentence>();
    for (List<Sentence> alike : kinds.values()) {
      if (alike.size() <= NAMED) {
        named.addAll(alike);
      } else {
        named.add(Sentence.of("report.more", alike.getFirst(), alike.size() - 1));
      }
    }
    return named;
  }

  private static Sentence verdict(SliceStack stack) {
    Slice first = stack.slices().getFirst();
    double[] spacing = first.pixelSpacing().orElseThrow();
    Object columns = first.dataSet().integer(Tag.COLUMNS).orElse(0);
    Object rows = first.dataSet().integer(Tag.ROWS).orElse(0);
    Optional<Sentence> remarks = inShort(stack);
    if (stack.usualStep().isEmpty()) {
      Sentence size =
          Sentence.of("report.single", columns, rows, rounded(spacing[1]), rounded(spacing[0]));
      return remarks.map(words -> Sentence.of("report.list", size, words)).orElse(size);
    }
    return Sentence.of(
        "report.stack",
        columns,
        rows,
        stack.slices().size(),
        rounded(spacing[1]),
        rounded(spacing[0]),
        rounded(stack.usualStep().get()),
        remarks.orElse(Sentence.of("report.even")));
  }

  /// What is remarkable in a few words, in one sentence.
  private static Optional<Sentence> inShort(SliceStack stack) {
    var words = new ArrayList<Sentence>();
    for (Sentence finding : stack.findings()) {
      Optional<Sentence> word = inShort(finding);
      word.filter(w -> !words.contains(w)).ifPresent(words::add);
    }
    if (!stack.leftOut().isEmpty()) {
      words.add(Sentence.of("report.left.out", stack.leftOut().size()));
    }
    return words.stream().reduce((some, more) -> Sentence.of("report.list", some, more));
  }

  private static Optional<Sentence> inShort(Sentence finding) {
    return switch (finding.key()) {
      case "stack.gap", "stack.gap.one" -> Optional.of(Sentence.of("report.gap"));
      case "stack.step", "stack.uneven" -> Optional.of(Sentence.of("report.uneven"));
      case "stack.tilted" ->
          Optional.of(Sentence.of("report.tilted", finding.arguments().getFirst()));
      case "stack.slopes", "stack.intercepts" -> Optional.of(Sentence.of("report.rescale"));
      case "stack.no.rescale" -> Optional.of(Sentence.of("report.no.rescale"));
      case "stack.slope.zero" -> Optional.of(Sentence.of("report.slope.zero"));
      default -> Optional.empty();
    };
  }

  private static double rounded(double millimetres) {
    return Math.round(millimetres * 1e6) / 1e6;
  }
}
