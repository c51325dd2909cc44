package org.voxdesk.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Reads DICOM files, with or without preamble and meta header. A file is DICOM by its content.
///
/// Values over 64 KiB stay in the file. What is wrong but readable is in [DicomFile#problems()].
public final class DicomReader {
  private static final int PREAMBLE = 128;
  private static final byte[] MAGIC = {'D', 'I', 'C', 'M'};

  private DicomReader() {}

  /// The file at `path`; its name is not looked at.
  ///
  /// @throws DicomException with one sentence that names the file, if it is no DICOM file or cannot
  ///   be read
  public static DicomFile read(Path path) throws DicomException {
    try {
      if (!Files.isRegularFile(path)) {
        throw new DicomException(
            Sentence.of(Files.exists(path) ? "file.not.regular" : "file.missing", path));
      }
      try (var source = new FileSource(path)) {
        return read(source, Optional.of(path));
      }
    } catch (NoSuchFileException e) {
      throw unreadable("file.missing", path, e);
    } catch (AccessDeniedException e) {
      throw unreadable("file.not.allowed", path, e);
    } catch (IOException e) {
      throw unreadable("file.unreadable", path, e);
    }
  }

  private static DicomException unreadable(String key, Path path, IOException cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    var exception = new DicomException(Sentence.of(key, path, reason));
    exception.initCause(cause);
    return exception;
  }

  /// The file in these bytes, which are not copied.
  ///
  /// @throws DicomException if they are no DICOM file
  public static DicomFile read(byte[] bytes) throws DicomException {
    try {
      return read(new MemorySource(bytes), Optional.empty());
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be read", e);
    }
  }

  private static DicomFile read(ByteSource source, Optional<Path> path)
      throws IOException, DicomException {
    Object name = path.<Object>map(p -> p).orElse("–");
    if (source.size() == 0) {
      throw new DicomException(Sentence.of("file.empty", name));
    }
    var problems = new ArrayList<Problem>();
    byte[] preamble = preamble(source);
    var cursor = new ByteCursor(source, preamble.length);
    boolean bare = preamble.length == 0;
    Optional<Encoding> found = probe(cursor);
    if (bare && (found.isEmpty() || !startsLikeDicom(cursor, found.get()))) {
      throw new DicomException(Sentence.of("file.not.dicom", name));
    }
    if (bare) {
      problems.add(problem(0, Problem.Code.NO_PREAMBLE, "problem.no.preamble"));
    }
    var parser = new DataSetParser(cursor, problems);
    Encoding metaEncoding =
        found.filter(e -> e == Encoding.IMPLICIT_LITTLE).orElse(Encoding.EXPLICIT_LITTLE);
    DataSet meta =
        source.size() - cursor.position() >= 8 && cursor.u16(0, metaEncoding.order()) == 2
            ? parser.parse(source.size(), metaEncoding, tag -> !tag.isMeta())
            : DataSet.empty(metaEncoding);
    TransferSyntax syntax = syntax(meta, cursor, problems);
    if (syntax.deflated()) {
      throw new DicomException(Sentence.of("file.deflated", name, syntax.name()));
    }
    DataSet dataSet = parser.parse(source.size(), syntax.encoding(), tag -> false);
    if (meta.elements().isEmpty() && dataSet.elements().isEmpty()) {
      throw new DicomException(Sentence.of("file.not.dicom", name));
    }
    return new DicomFile(path, preamble, meta, dataSet, syntax, problems);
  }

  private static byte[] preamble(ByteSource source) throws IOException {
    if (source.size() < PREAMBLE + MAGIC.length) {
      return new byte[0];
    }
    byte[] start = new byte[PREAMBLE + MAGIC.length];
    source.read(0, start, 0, start.length);
    return Arrays.equals(start, PREAMBLE, start.length, MAGIC, 0, MAGIC.length)
        ? start
        : new byte[0];
  }

  /// The transfer syntax that the data set is really in: the declared one if the first element can
  /// be read with it, else the plain one that fits.
  private static TransferSyntax syntax(DataSet meta, ByteCursor cursor, List<Problem> problems)
      throws IOException {
    Optional<String> uid = meta.text(Tag.TRANSFER_SYNTAX_UID);
    Optional<Encoding> found = probe(cursor);
    if (uid.isEmpty()) {
      Encoding encoding = found.orElse(Encoding.EXPLICIT_LITTLE);
      problems.add(
          problem(
              cursor.position(),
              Problem.Code.NO_TRANSFER_SYNTAX,
              "problem.no.transfer.syntax",
              TransferSyntax.of(encoding).name()));
      return inferred(encoding);
    }
    TransferSyntax declared = TransferSyntax.of(uid.get());
    if (declared.deflated() || found.isEmpty() || found.get() == declared.encoding()) {
      return declared;
    }
    problems.add(
        problem(
            cursor.position(),
            Problem.Code.WRONG_TRANSFER_SYNTAX,
            "problem.wrong.transfer.syntax",
            declared.name(),
            TransferSyntax.of(found.get()).name()));
    return new TransferSyntax(declared.uid(), found.get(), declared.encapsulated(), false);
  }

  private static TransferSyntax inferred(Encoding encoding) {
    TransferSyntax plain = TransferSyntax.of(encoding);
    return new TransferSyntax(plain.uid(), encoding, false, false);
  }

  /// The encoding in which the next element makes sense; empty where none does or none is left.
  private static Optional<Encoding> probe(ByteCursor cursor) throws IOException {
    long left = cursor.source().size() - cursor.position();
    if (left < 8) {
      return Optional.empty();
    }
    boolean explicit = Vr.of(cursor.at(4), cursor.at(5)).isPresent();
    boolean little = lowGroup(cursor, Encoding.EXPLICIT_LITTLE);
    boolean big = lowGroup(cursor, Encoding.EXPLICIT_BIG);
    if (explicit) {
      return Optional.of(big && !little ? Encoding.EXPLICIT_BIG : Encoding.EXPLICIT_LITTLE);
    }
    for (Encoding implicit : List.of(Encoding.IMPLICIT_LITTLE, Encoding.IMPLICIT_BIG)) {
      long length = cursor.u32(4, implicit.order());
      if (lowGroup(cursor, implicit) && (length <= left - 8 || length == ElementHeader.UNDEFINED)) {
        return Optional.of(implicit);
      }
    }
    return Optional.empty();
  }

  /// A data set starts in a low group; read in the other byte order the group is a multiple of 256.
  private static boolean lowGroup(ByteCursor cursor, Encoding encoding) throws IOException {
    int group = cursor.u16(0, encoding.order());
    return group > 0 && group < 0x0100;
  }

  /// Without a preamble only groups 0002, 0004 and 0008 are trusted to be a beginning, and the
  /// dictionary must know the tag.
  private static boolean startsLikeDicom(ByteCursor cursor, Encoding encoding) throws IOException {
    Tag first = Tag.of(cursor.u16(0, encoding.order()), cursor.u16(2, encoding.order()));
    boolean group = first.group() == 2 || first.group() == 4 || first.group() == 8;
    return group && (first.isGroupLength() || Dictionary.standard().entry(first).isPresent());
  }

  private static Problem problem(long offset, Problem.Code code, String key, Object... arguments) {
    return new Problem(offset, Optional.empty(), code, Sentence.of(key, arguments));
  }
}
