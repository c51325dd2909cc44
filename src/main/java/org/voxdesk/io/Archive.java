package org.voxdesk.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// Unpacks ZIP archives into a private folder of their own, which is deleted when the program ends.
/// An archive can neither write outside that folder nor fill the disk.
public final class Archive {
  /// No DICOM file is compressed better than this on the whole, as far as anybody has seen.
  private static final long BEST_RATIO = 100;

  /// What an archive of any size may unpack to.
  private static final long ALWAYS_ALLOWED = 64L << 20;

  /// What stays free on the disk.
  private static final long SPARED = 256L << 20;

  private static final int MOST_ENTRIES = 200_000;
  private static final int CHUNK = 1 << 16;

  private Archive() {}

  /// What was unpacked.
  ///
  /// @param folder where it is
  /// @param problems what of it was not unpacked, and why, a sentence each
  public record Unpacked(Path folder, List<Sentence> problems) {
    public Unpacked {
      problems = List.copyOf(problems);
    }
  }

  /// Whether a file begins like a ZIP archive.
  public static boolean isOne(Path file) {
    byte[] start = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(start, 0, 4) == 4
          && start[0] == 'P'
          && start[1] == 'K'
          && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    } catch (IOException e) {
      // Who reads it will say what is wrong with it.
      return false;
    }
  }

  /// Unpacks an archive; one file in it that cannot be unpacked does not keep the others from it.
  ///
  /// @throws DicomException if it is no archive, or unpacks to more than there is room for; nothing
  ///   of it is left then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, likewise
  public static Unpacked unpack(Path archive, Progress progress) throws DicomException {
    Path root = null;
    boolean done = false;
    try (var zip = new ZipFile(archive.toFile())) {
      root = Files.createTempDirectory("voxdesk-archive-");
      root.toFile().deleteOnExit();
      Path folder = root.resolve(String.valueOf(archive.getFileName()));
      makeFolder(folder);
      var unpacking = new Unpacking(archive, zip, folder, progress);
      unpacking.run();
      done = true;
      return new Unpacked(folder, unpacking.problems);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      var exception = new DicomException(Sentence.of("archive.unreadable", archive, reason));
      exception.initCause(e);
      throw exception;
    } finally {
      if (!done && root != null) {
        delete(root);
      }
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolder(folder.resolveSibling(""));
      Files.createDirectory(folder);
      folder.toFile().deleteOnExit();
    }
  }

  /// One archive being unpacked.
  private static final class Unpacking {
    private final Path archive;
    private final ZipFile zip;
    private final Path folder;
    private final Progress progress;
    private final List<Sentence> problems = new ArrayList<>();
    private final byte[] chunk = new byte[CHUNK];
    private final long allowed;
    private long unpacked;

    Unpacking(Path archive, ZipFile zip, Path folder, Progress progress) throws IOException {
      this.archive = archive;
      this.zip = zip;
      this.folder = folder;
      this.progress = progress;
      long bySize = Math.max(ALWAYS_ALLOWED, BEST_RATIO * Files.size(archive));
      long free = Files.getFileStore(folder).getUsableSpace() - SPARED;
      this.allowed = Math.min(bySize, free);
    }

    void run() throws IOException, DicomException {
      if (zip.size() > MOST_ENTRIES) {
        throw new DicomException(Sentence.of("archive.too.many", archive, zip.size()));
      }
      int done = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        progress.checkCancelled();
        if (!entry.isDirectory()) {
          unpack(entry);
        }
        progress.report(++done, zip.size());
      }
    }

    private void unpack(ZipEntry entry) throws DicomException {
      Optional<Path> target = inside(entry.getName());
      String shown = entry.getName().replaceAll("\\p{Cntrl}", "?");
      if (target.isEmpty()) {
        problems.add(Sentence.of("archive.outside", archive, shown));
        return;
      }
      try {
        copy(entry, target.get());
      } catch (IOException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        problems.add(Sentence.of("archive.entry", archive, shown, reason));
        Temporaries.deleteQuietly(target.get());
      }
    }

    /// Where an entry goes; empty where its name leads out of the folder or cannot be a name.
    private Optional<Path> inside(String name) {
      Path path = folder;
      try {
        for (String part : name.split("[/\\\\]", -1)) {
          if (part.isEmpty() || part.equals(".")) {
            continue;
          }
          if (part.equals("..") || part.contains(":")) {
            return Optional.empty();
          }
          path = path.resolve(part);
        }
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
      boolean absolute = name.startsWith("/") || name.startsWith("\\");
      return absolute || path.equals(folder) || !path.normalize().startsWith(folder)
          ? Optional.empty()
          : Optional.of(path);
    }

    private void copy(ZipEntry entry, Path target) throws IOException, DicomException {
      makeFolder(target.resolveSibling(""));
      target.toFile().deleteOnExit();
      // A name that is there twice fails here, and the first stays.
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
          progress.checkCancelled();
          unpacked += count;
          if (unpacked > allowed) {
            throw new DicomException(Sentence.of("archive.too.big", archive, allowed >> 20));
          }
          out.write(chunk, 0, count);
        }
      }
    }
  }

  private static void delete(Path root) {
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Temporaries.deleteQuietly(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            Temporaries.deleteQuietly(directory);
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root, visitor);
    } catch (IOException e) {
      // What is left goes when the program ends.
      root.toFile().deleteOnExit();
    }
  }
}
