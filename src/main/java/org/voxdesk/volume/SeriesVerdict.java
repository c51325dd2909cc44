package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.SliceStack;
import org.voxdesk.text.Sentence;

/// What is to be known of a series before a cube is cut from it, from the headers alone: how its
/// slices lie, and what each mode will do about that.
///
/// @param traits what is remarkable; [Trait#UNIFORM] alone for a flawless stack
/// @param report how the images lie, in words
/// @param physical what physical mode does
/// @param classic what classic mode does
public record SeriesVerdict(
    Set<Trait> traits, GeometryReport report, ModeVerdict physical, ModeVerdict classic) {
  /// What a stack can be.
  public enum Trait {
    UNIFORM,
    GAPS,
    UNEVEN,
    DUPLICATES,
    MIXED,
    TILTED,
    OBLIQUE,
    PRONE,
    THIN,
    SINGLE,
    RESCALED,
    NO_VOLUME
  }

  /// What one mode does with a series.
  ///
  /// @param isPossible whether cubes can be had at all
  /// @param sentences what it does, or why it refuses; at least one
  public record ModeVerdict(boolean isPossible, List<Sentence> sentences) {
    public ModeVerdict {
      sentences = List.copyOf(sentences);
    }
  }

  public SeriesVerdict {
    traits = Collections.unmodifiableSet(EnumSet.copyOf(traits));
  }

  /// The verdict for cubes of a size in millimetres.
  public static SeriesVerdict of(GeometryReport report, double edgeMm) {
    if (report.stack().isEmpty()) {
      var none = new ModeVerdict(false, List.of(report.verdict()));
      return new SeriesVerdict(EnumSet.of(Trait.NO_VOLUME), report, none, none);
    }
    SliceStack stack = report.stack().get();
    Geometry geometry = VolumeBuilder.geometry(stack);
    Set<Trait> traits = traits(stack, geometry, edgeMm);
    return new SeriesVerdict(
        traits, report, physical(traits, geometry, edgeMm), classic(traits, stack));
  }

  private static Set<Trait> traits(SliceStack stack, Geometry geometry, double edgeMm) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Sentence finding : stack.findings()) {
      switch (finding.key()) {
        case "stack.gap", "stack.gap.one" -> traits.add(Trait.GAPS);
        case "stack.step", "stack.uneven" -> traits.add(Trait.UNEVEN);
        case "stack.tilted" -> traits.add(Trait.TILTED);
        case "stack.single" -> traits.add(Trait.SINGLE);
        case "stack.slopes", "stack.intercepts" -> traits.add(Trait.RESCALED);
        default -> {}
      }
    }
    stack
        .leftOut()
        .forEach(
            file ->
                traits.add(
                    file.reason().key().equals("stack.same.place")
                        ? Trait.DUPLICATES
                        : Trait.MIXED));
    orientation(geometry, traits);
    if (thickness(geometry) < edgeMm) {
      traits.add(Trait.THIN);
    }
    if (traits.isEmpty()) {
      traits.add(Trait.UNIFORM);
    }
    return traits;
  }

  private static void orientation(Geometry geometry, Set<Trait> traits) {
    Lps row = geometry.plane().rowDirection();
    Lps normal = geometry.normal();
    // A tilted gantry turns the planes about the row axis, and is told apart from askew planes.
    boolean tilted = traits.contains(Trait.TILTED);
    if (Math.abs(row.x()) < 0.999 || (!tilted && Math.abs(normal.z()) < 0.999)) {
      traits.add(Trait.OBLIQUE);
    }
    if (row.x() < -0.7 && geometry.plane().columnDirection().y() < -0.7) {
      traits.add(Trait.PRONE);
    }
  }

  private static double thickness(Geometry geometry) {
    return geometry.slices() * geometry.sliceSpacing();
  }

  private static ModeVerdict physical(Set<Trait> traits, Geometry geometry, double edgeMm) {
    List<Sentence> does = new ArrayList<>();
    for (Trait trait : traits) {
      switch (trait) {
        case GAPS, UNEVEN -> does.add(Sentence.of("verdict.physical.uneven"));
        case DUPLICATES, MIXED -> does.add(Sentence.of("verdict.physical.left.out"));
        case TILTED -> does.add(Sentence.of("verdict.physical.tilted"));
        case OBLIQUE -> does.add(Sentence.of("verdict.physical.oblique"));
        case PRONE -> does.add(Sentence.of("verdict.physical.prone"));
        case THIN ->
            does.add(
                Sentence.of(
                    "verdict.physical.thin", Math.round(thickness(geometry)), Math.round(edgeMm)));
        case SINGLE -> does.add(Sentence.of("verdict.physical.single"));
        case RESCALED -> does.add(Sentence.of("verdict.rescaled"));
        case UNIFORM, NO_VOLUME -> {}
      }
    }
    List<Sentence> once = does.stream().distinct().toList();
    return new ModeVerdict(true, once.isEmpty() ? List.of(Sentence.of("verdict.even")) : once);
  }

  private static ModeVerdict classic(Set<Trait> traits, SliceStack stack) {
    Optional<Sentence> refusal = ClassicHeaders.of(stack).refusal();
    if (refusal.isPresent()) {
      return new ModeVerdict(false, List.of(refusal.get()));
    }
    List<Sentence> does = new ArrayList<>();
    for (Trait trait : traits) {
      switch (trait) {
        case TILTED -> does.add(Sentence.of("verdict.classic.tilted"));
        case OBLIQUE -> does.add(Sentence.of("verdict.classic.oblique"));
        case PRONE -> does.add(Sentence.of("verdict.classic.prone"));
        case THIN -> does.add(Sentence.of("verdict.classic.thin"));
        case RESCALED -> does.add(Sentence.of("verdict.rescaled"));
        default -> {}
      }
    }
    return new ModeVerdict(true, does.isEmpty() ? List.of(Sentence.of("verdict.even")) : does);
  }
}
