package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.voxdesk.text.Sentence;

/// Slices of another volume in a folder: who reads the folder takes every one in it for a slice of
/// the volume that is written there.
final class Strays {
  static final Pattern PNG = Pattern.compile("img_\\d{4,}_i\\.png");
  static final Pattern DICOM = Pattern.compile("\\d{4,}\\.dcm");

  private Strays() {}

  /// @param slices what a slice is called
  /// @param names what will be written over
  /// @throws ExportException naming a slice that would be left standing
  static void refuse(Path directory, Pattern slices, Collection<String> names)
      throws ExportException, IOException {
    Set<String> ours = new HashSet<>(names);
    try (Stream<Path> files = Files.list(directory)) {
      Optional<Path> stray =
          files
              .filter(file -> slices.matcher(file.getFileName().toString()).matches())
              .filter(file -> !ours.contains(file.getFileName().toString()))
              .min(Path::compareTo);
      if (stray.isPresent()) {
        throw new ExportException(Sentence.of("export.stray", stray.get()));
      }
    }
  }
}
