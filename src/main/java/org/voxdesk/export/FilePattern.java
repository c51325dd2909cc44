package org.voxdesk.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// How files that are saved are to be called: text with keywords in braces for which the values of
/// the image stand, and `/` between folders, as in `{PatientID}/{InstanceNumber:4}.dcm`.
///
/// `{name}` is the name of the file that was opened. A number behind a keyword is how many digits a
/// whole number gets at least. A value that is absent or empty is written `unknown`. Values never
/// make folders, and no part is anything but the name of a file; see [FileNames]. Immutable.
public final class FilePattern {
  /// Every file keeps its name: nothing of the patient gets into a name unless it is asked for.
  public static final FilePattern SOURCE = new FilePattern(List.of(List.of(new Piece.Name())));

  private static final Pattern FIELD = Pattern.compile("\\{([^{}:]*)(?::(\\d{1,2}))?}");
  private static final Pattern WHOLE = Pattern.compile("([-+]?)(\\d+)");
  private static final String NAME = "name";

  private final List<List<Piece>> parts;

  /// A piece of one part of a path.
  private sealed interface Piece {
    record Words(String text) implements Piece {}

    record Name() implements Piece {}

    record Field(Tag tag, int digits) implements Piece {}
  }

  private FilePattern(List<List<Piece>> parts) {
    this.parts = parts;
  }

  /// The pattern that `text` describes.
  ///
  /// @throws ExplainedException with one sentence, if it describes none
  public static FilePattern parse(String text) throws ExplainedException {
    if (text.isBlank()) {
      throw new ExplainedException(
          Sentence.of("pattern.empty", "{PatientID}/{InstanceNumber:4}.dcm"));
    }
    List<List<Piece>> parts = new ArrayList<>();
    for (String part : text.strip().replace('\\', '/').split("/", -1)) {
      parts.add(pieces(part));
    }
    if (parts.getLast().isEmpty()) {
      throw new ExplainedException(Sentence.of("pattern.no.name"));
    }
    parts.removeIf(List::isEmpty);
    return new FilePattern(List.copyOf(parts));
  }

  private static List<Piece> pieces(String part) throws ExplainedException {
    List<Piece> pieces = new ArrayList<>();
    Matcher field = FIELD.matcher(part);
    int at = 0;
    while (field.find()) {
      addWords(part.substring(at, field.start()), pieces);
      pieces.add(field(field.group(1).strip(), Optional.ofNullable(field.group(2))));
      at = field.end();
    }
    addWords(part.substring(at), pieces);
    return List.copyOf(pieces);
  }

  private static void addWords(String words, List<Piece> pieces) throws ExplainedException {
    if (words.contains("{") || words.contains("}")) {
      throw new ExplainedException(Sentence.of("pattern.brace", words));
    }
    if (!words.isEmpty()) {
      pieces.add(new Piece.Words(words));
    }
  }

  private static Piece field(String keyword, Optional<String> digits) throws ExplainedException {
    if (keyword.equals(NAME)) {
      return new Piece.Name();
    }
    Tag tag =
        Dictionary.standard()
            .tag(keyword)
            .orElseThrow(() -> new ExplainedException(Sentence.of("pattern.keyword", keyword)));
    return new Piece.Field(tag, digits.map(Integer::parseInt).orElse(0));
  }

  /// The path below a folder that an image gets, with `/` between its parts; images may get the
  /// same, see [FileNames#apart].
  ///
  /// @param file the image as it is saved
  /// @param source the file that it was read from
  public String path(DicomFile file, Path source) {
    return parts.stream().map(part -> part(part, file, source)).collect(Collectors.joining("/"));
  }

  private static String part(List<Piece> pieces, DicomFile file, Path source) {
    if (pieces.equals(List.of(new Piece.Name()))) {
      // It is the name of a file already, here.
      return name(source);
    }
    return FileNames.sanitised(
        pieces.stream().map(piece -> text(piece, file, source)).collect(Collectors.joining()));
  }

  private static String text(Piece piece, DicomFile file, Path source) {
    return switch (piece) {
      case Piece.Words words -> words.text();
      case Piece.Name name -> name(source);
      case Piece.Field(Tag tag, int digits) -> {
        DataSet root = tag.isMeta() ? file.meta() : file.dataSet();
        String value = root.text(tag).orElse("").strip();
        yield value.isEmpty() ? FileNames.UNKNOWN : padded(value, digits);
      }
    };
  }

  private static String name(Path source) {
    return Optional.ofNullable(source.getFileName()).map(Path::toString).orElse("image.dcm");
  }

  private static String padded(String value, int digits) {
    Matcher number = WHOLE.matcher(value);
    if (!number.matches()) {
      return value;
    }
    String missing = "0".repeat(Math.max(0, digits - number.group(2).length()));
    return number.group(1) + missing + number.group(2);
  }
}
