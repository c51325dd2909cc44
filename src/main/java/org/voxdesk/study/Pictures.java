package org.voxdesk.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.png.PngFile;
import org.voxdesk.text.Sentence;

/// The pictures that a scan has met. Those of a folder are a stack, unless there is DICOM beside
/// them: then they show what is there already. Where names differ in more than their numbers, as
/// `img_0000_i.png` and `img_0000_m.png`, each kind of name is a stack of its own.
final class Pictures {
  private static final double MM = 1;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

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
            kinds(pictures).forEach((kind, some) -> stack(folder, kind, some, images, leftOut));
          }
        });
  }

  /// Pictures by what their names have in common, `*` for numbers, where several have several
  /// pictures; the others, or else all of them, together under no name.
  private static Map<String, List<PngFile>> kinds(List<PngFile> pictures) {
    Map<String, List<PngFile>> kinds =
        pictures.stream()
            .collect(
                Collectors.groupingBy(
                    picture -> NUMBER.matcher(PictureStack.name(picture)).replaceAll("*"),
                    TreeMap::new,
                    Collectors.toList()));
    List<PngFile> single =
        kinds.values().stream().filter(some -> some.size() == 1).flatMap(List::stream).toList();
    kinds.values().removeIf(some -> some.size() == 1);
    if (kinds.size() < 2) {
      return Map.of("", pictures);
    }
    if (!single.isEmpty()) {
      kinds.put("", single);
    }
    return kinds;
  }

  private static void stack(
      Path folder,
      String kind,
      List<PngFile> pictures,
      List<Listed> images,
      List<LeftOut> leftOut) {
    try {
      PictureStack.instances(folder, kind, pictures, MM).stream()
          .map(Listed::of)
          .forEach(images::add);
    } catch (DicomException e) {
      leftOut.add(new LeftOut(folder, e.sentence()));
    }
  }
}
