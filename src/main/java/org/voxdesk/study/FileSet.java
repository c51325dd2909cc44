package org.voxdesk.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// The files that a DICOMDIR lists (PS3.3 F.3), as far as they are in its folder: what is listed
/// elsewhere is not even looked at.
///
/// @param files those that are there, in the order of the directory
/// @param leftOut why others are not among them, in at most one sentence a reason
record FileSet(List<Path> files, List<LeftOut> leftOut) {
  private static final Tag RECORDS = new Tag(0x00041220);
  private static final Tag IN_USE = new Tag(0x00041410);
  private static final Tag FILE_ID = new Tag(0x00041500);

  /// True where the file is a DICOMDIR and not an image or another object.
  static boolean isDirectory(DicomFile file) {
    return file.meta()
            .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID)
            .filter(Uids.MEDIA_STORAGE_DIRECTORY::equals)
            .isPresent()
        || (!file.dataSet().contains(Tag.SOP_CLASS_UID) && file.dataSet().contains(RECORDS));
  }

  /// The files that the DICOMDIR at `path` lists.
  static FileSet of(Path path, DicomFile directory) {
    var files = new ArrayList<Path>();
    var outside = new ArrayList<String>();
    var missing = new ArrayList<String>();
    Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    for (DataSet item : directory.dataSet().items(RECORDS)) {
      List<String> names = item.texts(FILE_ID);
      // A record that is not in use any more is marked with 0 (PS3.3 F.5, retired).
      if (names.isEmpty() || item.integer(IN_USE).orElse(1) == 0) {
        continue;
      }
      Optional<Path> inside = inside(folder, names);
      if (inside.isEmpty()) {
        outside.add(String.join("/", names));
      } else if (!Files.exists(inside.get())) {
        missing.add(String.join("/", names));
      } else if (!isReallyInside(folder, inside.get())) {
        outside.add(String.join("/", names));
      } else {
        files.add(inside.get());
      }
    }
    var leftOut = new ArrayList<LeftOut>();
    report("library.listed.missing", path, missing, leftOut);
    report("library.listed.outside", path, outside, leftOut);
    if (files.isEmpty() && leftOut.isEmpty()) {
      leftOut.add(new LeftOut(path, Sentence.of("library.listed.none", path)));
    }
    return new FileSet(List.copyOf(files), List.copyOf(leftOut));
  }

  private static void report(String key, Path path, List<String> names, List<LeftOut> leftOut) {
    if (!names.isEmpty()) {
      String example = names.getFirst().replaceAll("\\p{Cntrl}", "?");
      leftOut.add(new LeftOut(path, Sentence.of(key, path, names.size(), example)));
    }
  }

  /// The file that a file ID names, in capital letters as written or in small ones as some systems
  /// show them; empty where it leads out of the folder by its words alone.
  private static Optional<Path> inside(Path folder, List<String> names) {
    Path file = folder;
    try {
      for (String name : names) {
        Path part = Path.of(name);
        if (part.isAbsolute()
            || part.getNameCount() != 1
            || name.isEmpty()
            || name.equals(".")
            || name.equals("..")
            || name.contains("\\")
            || name.contains(":")) {
          return Optional.empty();
        }
        Path small = file.resolve(name.toLowerCase(Locale.ROOT));
        Path written = file.resolve(part);
        file = !Files.exists(written) && Files.exists(small) ? small : written;
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.of(file);
  }

  /// False where a link on the way leads out of the folder.
  private static boolean isReallyInside(Path folder, Path file) {
    try {
      return file.toRealPath().startsWith(folder.toAbsolutePath().toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
