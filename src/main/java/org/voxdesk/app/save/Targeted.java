package org.voxdesk.app.save;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;

/// Images and the files that they are to be written to, with what is there already.
///
/// @param places in the order of the images
/// @param taken how many of the files exist
record Targeted(List<Place> places, int taken) {
  Targeted {
    places = List.copyOf(places);
  }

  /// One image and its file.
  ///
  /// @param image as it was read
  /// @param replaces the open file, by the path it was opened with, that is at `target` now
  record Place(Instance image, Path target, Optional<Path> replaces) {}

  /// Looks at the places; blocks.
  ///
  /// @param open every image that is open
  /// @param targets one for each of `images`
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  static Targeted of(
      List<Instance> images, List<Path> targets, List<Instance> open, Progress progress) {
    OpenFiles files = new OpenFiles(open);
    List<Place> places = new ArrayList<>();
    int taken = 0;
    for (int i = 0; i < images.size(); i++) {
      progress.checkCancelled();
      Path target = targets.get(i);
      taken += Files.exists(target) ? 1 : 0;
      places.add(new Place(images.get(i), target, files.at(target)));
    }
    return new Targeted(places, taken);
  }

  /// Images to be written over the files that they were read from.
  static Targeted inPlace(List<Instance> images) {
    List<Place> places =
        images.stream()
            .map(image -> new Place(image, image.path(), Optional.of(image.path())))
            .toList();
    return new Targeted(places, places.size());
  }

  /// How many open files are among those that exist.
  int openTaken() {
    return (int) places.stream().filter(place -> place.replaces().isPresent()).count();
  }
}
