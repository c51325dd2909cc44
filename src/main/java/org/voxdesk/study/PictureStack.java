package org.voxdesk.study;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.png.PngFile;
import org.voxdesk.io.png.PngStack;
import org.voxdesk.text.Sentence;

/// A folder of grey PNG pictures as a series, sorted by name, as the classic recipe loads the
/// slices that it wrote. Instances are [Source#PICTURE]: their pixels stay in the pictures.
public final class PictureStack {
  /// The pictures that are taken where nothing else is said.
  private static final List<String> USUAL = List.of("*.png");

  private PictureStack() {}

  /// The pictures in `folder` itself whose names match a pattern of `include` and none of
  /// `exclude`; names that begin with a dot only match patterns that do.
  ///
  /// @param include patterns such as `*_i.png`; `*.png` if there are none
  /// @param exclude patterns of names to pass over
  /// @param mm millimetres from voxel to voxel, in all directions
  /// @throws DicomException if a pattern makes no sense, no name matches, or a file that does is no
  ///   grey PNG
  public static Series read(Path folder, List<String> include, List<String> exclude, double mm)
      throws DicomException {
    var pictures = new ArrayList<PngFile>();
    for (Path file : files(folder, include, exclude)) {
      pictures.add(PngFile.open(file));
    }
    if (pictures.isEmpty()) {
      throw new DicomException(
          Sentence.of("png.none", folder, String.join(" ", include.isEmpty() ? USUAL : include)));
    }
    List<Instance> instances = instances(folder, "", pictures, mm);
    return new Series(instances.getFirst().text(Tag.SERIES_INSTANCE_UID), instances);
  }

  /// The files that [#read] takes, in the order of their names.
  ///
  /// @throws DicomException if a pattern makes no sense, or the folder cannot be read
  public static List<Path> files(Path folder, List<String> include, List<String> exclude)
      throws DicomException {
    List<PathMatcher> wanted = matchers(folder, include.isEmpty() ? USUAL : include);
    List<PathMatcher> unwanted = matchers(folder, exclude);
    return files(folder).stream()
        .filter(file -> wanted.stream().anyMatch(m -> m.matches(folder.relativize(file))))
        .filter(file -> unwanted.stream().noneMatch(m -> m.matches(folder.relativize(file))))
        .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
        .toList();
  }

  /// Slices made of pictures of one folder, in the order of their names.
  ///
  /// @param kind what the names have in common; empty where all pictures of the folder are meant
  static List<Instance> instances(Path folder, String kind, List<PngFile> pictures, double mm)
      throws DicomException {
    List<PngFile> sorted =
        pictures.stream().sorted(Comparator.comparing(PictureStack::name)).toList();
    List<DicomFile> files = PngStack.files(folder, kind, sorted, mm);
    var instances = new ArrayList<Instance>();
    for (int k = 0; k < files.size(); k++) {
      instances.add(new Instance(sorted.get(k).path(), files.get(k), Source.PICTURE));
    }
    return instances;
  }

  static String name(PngFile picture) {
    return String.valueOf(picture.path().getFileName());
  }

  private static List<Path> files(Path folder) throws DicomException {
    if (!Files.exists(folder)) {
      throw new DicomException(Sentence.of("file.missing", folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new DicomException(Sentence.of("png.no.folder", folder));
    }
    var files = new ArrayList<Path>();
    try (var entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw new DicomException(Sentence.of("library.cannot.enter", folder));
    }
    return files.stream().filter(Files::isRegularFile).toList();
  }

  private static List<PathMatcher> matchers(Path folder, List<String> patterns)
      throws DicomException {
    var matchers = new ArrayList<PathMatcher>();
    for (String pattern : patterns) {
      try {
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
        boolean dotted = pattern.startsWith(".");
        matchers.add(name -> name.toString().startsWith(".") == dotted && matcher.matches(name));
      } catch (PatternSyntaxException e) {
        throw new DicomException(Sentence.of("png.pattern", pattern));
      }
    }
    return matchers;
  }
}
