package org.voxdesk.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.voxdesk.study.SeriesParts.Part;
import org.voxdesk.text.Sentence;

/// Images that cannot be slices of one stack for their size, orientation, spacing, or for being
/// localizers: the first rule of [SeriesParts].
final class PartsByShape {
  /// So many images, each with an orientation of its own, are a rotating acquisition.
  private static final int ROTATING = 3;

  /// From one of them to the next.
  private static final double TURNING_DEGREES = 60;

  /// A stack of fewer slices has no holes to speak of.
  private static final int LEAST_STACK = 3;

  /// Flawed slices lie nearly as the others do, and are at most one in so many, or a single one.
  private static final double NEARLY_DEGREES = 10;

  private static final int ONE_IN = 10;

  private final List<Group> groups = new ArrayList<>();

  private PartsByShape() {}

  /// Images of one kind; `rotating` those that share all but the orientation.
  private static final class Group {
    private final boolean localizer;
    private final Shape shape;
    private final boolean rotating;
    private final List<Listed> images = new ArrayList<>();

    Group(boolean localizer, Shape shape, boolean rotating) {
      this.localizer = localizer;
      this.shape = shape;
      this.rotating = rotating;
    }
  }

  private record Key(boolean localizer, Shape shape) {}

  static List<Part> of(List<Listed> images) {
    var parts = new PartsByShape();
    parts.group(images.stream().filter(PartsByShape::isComplete).toList());
    if (parts.groups.isEmpty()) {
      return List.of(new Part(List.of(), images));
    }
    parts.joinRotating();
    parts.groups.sort(
        Comparator.comparing((Group group) -> group.localizer)
            .thenComparing(Comparator.comparingInt((Group g) -> g.images.size()).reversed())
            .thenComparingInt(g -> g.images.stream().mapToInt(Listed::number).min().orElseThrow()));
    parts.fillHoles();
    images.stream().filter(image -> !isComplete(image)).forEach(parts::settle);
    return parts.groups.stream().map(parts::part).toList();
  }

  private static boolean isComplete(Listed image) {
    return image.isPlaced()
        && image.instance().hasPixels()
        && !image.traits().shape().spacing().isEmpty();
  }

  private void group(List<Listed> complete) {
    Map<Key, Group> known = new LinkedHashMap<>();
    for (Listed image : complete) {
      var key = new Key(image.traits().localizer(), image.traits().shape());
      known.computeIfAbsent(key, k -> new Group(k.localizer(), k.shape(), false)).images.add(image);
    }
    groups.addAll(known.values());
  }

  private void joinRotating() {
    Map<Key, List<Group>> single = new LinkedHashMap<>();
    for (Group group : groups) {
      if (group.images.size() == 1) {
        Shape any =
            new Shape(group.shape.rows(), group.shape.columns(), List.of(), group.shape.spacing());
        single.computeIfAbsent(new Key(group.localizer, any), key -> new ArrayList<>()).add(group);
      }
    }
    single.forEach(
        (key, alike) -> {
          if (alike.size() >= ROTATING && isTurning(alike)) {
            var joined = new Group(key.localizer(), key.shape(), true);
            alike.forEach(group -> joined.images.addAll(group.images));
            groups.removeAll(alike);
            groups.add(joined);
          }
        });
  }

  /// Whether each image is turned a little against the one before it. Pilots in the three planes
  /// of the body are not.
  private static boolean isTurning(List<Group> alike) {
    List<double[]> normals =
        alike.stream()
            .map(group -> group.images.getFirst())
            .sorted(Comparator.comparingInt(Listed::number))
            .map(image -> image.normal().orElseThrow())
            .toList();
    return IntStream.range(1, normals.size())
        .allMatch(at -> Planes.degrees(normals.get(at - 1), normals.get(at)) < TURNING_DEGREES);
  }

  /// Gives the greatest group what lies in its holes.
  private void fillHoles() {
    Group main = groups.getFirst();
    if (main.images.size() < LEAST_STACK || main.rotating) {
      return;
    }
    double[] normal = main.images.getFirst().normal().orElseThrow();
    Places places = Places.along(normal, main.images);
    List<Group> flawed =
        groups.stream()
            .filter(group -> !Objects.equals(group, main) && group.localizer == main.localizer)
            .filter(group -> group.images.size() <= Math.max(1, main.images.size() / ONE_IN))
            .filter(group -> group.images.stream().allMatch(i -> fills(i, normal, places)))
            .toList();
    flawed.forEach(group -> main.images.addAll(group.images));
    groups.removeAll(flawed);
  }

  private static boolean fills(Listed image, double[] normal, Places places) {
    return Planes.degrees(image.normal().orElseThrow(), normal) < NEARLY_DEGREES
        && places.hasHoleAt(Planes.height(image.position().orElseThrow(), normal));
  }

  /// Puts an image that says too little of itself where it fits best.
  private void settle(Listed image) {
    Shape shape = image.traits().shape();
    groups.stream()
        .filter(group -> group.shape.hasSizeOf(shape))
        .filter(group -> group.localizer == image.traits().localizer())
        .findFirst()
        .orElse(groups.getFirst())
        .images
        .add(image);
  }

  private Part part(Group group) {
    var words = new ArrayList<Sentence>();
    if (groups.size() > 1) {
      if (group.localizer) {
        words.add(Sentence.of("part.localizer"));
      }
      if (groups.stream().anyMatch(other -> !other.shape.hasSizeOf(group.shape))) {
        words.add(Sentence.of("part.size", group.shape.columns(), group.shape.rows()));
      }
      if (groups.stream()
          .anyMatch(other -> !other.shape.orientation().equals(group.shape.orientation()))) {
        words.add(orientation(group));
      }
      if (groups.stream().anyMatch(other -> !other.shape.spacing().equals(group.shape.spacing()))) {
        List<Long> spacing = group.shape.spacing();
        words.add(Sentence.of("part.spacing", spacing.get(1) / 1e4, spacing.get(0) / 1e4));
      }
    }
    return new Part(words, group.images);
  }

  private static Sentence orientation(Group group) {
    if (group.rotating) {
      return Sentence.of("part.rotating");
    }
    double[] normal = group.images.getFirst().normal().orElseThrow();
    int axis = Planes.mainAxis(normal);
    // Beyond this a radiologist would not call it by the name of the axis any more.
    boolean straight = Math.abs(normal[axis]) > Math.cos(Math.toRadians(20));
    return Sentence.of(
        straight
            ? List.of("part.sagittal", "part.coronal", "part.axial").get(axis)
            : "part.oblique");
  }
}
