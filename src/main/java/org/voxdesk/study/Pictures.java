package org.voxdesk.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.png.PngFile;
import org.voxdesk.text.Sentence;

/// The pictures that a scan has met. Those of a folder are a stack, unless there is DICOM beside
/// them: then they show what is there already.
final class Pictures {
  private static final double MM = 1;

  private final Map<Path, List<PngFile>> byFolder = new LinkedHashMap<>();

  void add(PngFile picture) {
    Path folder = Optional.ofNullable(picture.path().getParent()).orElse(Path.of(""));
    byFolder.computeIfAbsent(folder, f -> new ArrayList<>()).add(picture);
  }

  /// Adds the stacks to `images`, and pictures beside DICOM to `leftOut`.
  void into(List<Listed> images, List<LeftOut> leftOut) {
    Set<Optional<Path>> dicom =
        images.stream()
            .map(image -> Optional.ofNullable(image.instance().path().getParent()))
            .collect(Collectors.toSet());
    byFolder.forEach(
        (folder, pictures) -> {
          if (dicom.contains(Optional.of(folder))) {
            pictures.forEach(
                p -> leftOut.add(new LeftOut(p.path(), Sentence.of("png.beside", p.path()))));
          } else {
            stack(folder, pictures, images, leftOut);
          }
        });
  }

  private static void stack(
      Path folder, List<PngFile> pictures, List<Listed> images, List<LeftOut> leftOut) {
    try {
      PictureStack.instances(folder, pictures, MM).stream().map(Listed::of).forEach(images::add);
    } catch (DicomException e) {
      leftOut.add(new LeftOut(folder, e.sentence()));
    }
  }
}
