package org.voxdesk.app.tags;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.voxdesk.study.Instance;

/// Names for the files of a series in one folder: those of the source, told apart by a number where
/// files of several folders are called the same.
final class FileNames {
  private FileNames() {}

  /// A name for each image, in the same order, no two alike in any letter case.
  static List<String> of(List<Instance> images) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Instance image : images) {
      String name = name(image.path());
      String free = name;
      for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
        free = numbered(name, number);
      }
      names.add(free);
    }
    return names;
  }

  /// The name of the image's file.
  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "image.dcm" : name.toString();
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    return name.substring(0, end) + "_" + number + name.substring(end);
  }
}
