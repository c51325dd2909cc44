package org.voxdesk.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Uids;
import org.voxdesk.pixel.Compression;

/// Which transfer syntaxes of images are read and written; the table of the README.
public final class TransferSyntaxTable {
  private static final String COMPRESSED = "1.2.840.10008.1.2.4.";
  private static final List<TransferSyntax> NATIVE =
      List.of(
          TransferSyntax.IMPLICIT_LITTLE,
          TransferSyntax.EXPLICIT_LITTLE,
          TransferSyntax.DEFLATED,
          TransferSyntax.EXPLICIT_BIG);

  private TransferSyntaxTable() {}

  /// One transfer syntax.
  ///
  /// @param compression how its frames are compressed; empty for native and for unknown ones
  /// @param read whether its pixels are decoded; tags are read and edited of every one
  /// @param written whether pixels can be saved in it that were in another
  public record Row(
      TransferSyntax syntax, Optional<Compression> compression, boolean read, boolean written) {}

  /// All transfer syntaxes of images, those that are read first.
  public static List<Row> rows() {
    var rows = new ArrayList<Row>();
    NATIVE.forEach(syntax -> rows.add(row(syntax, Optional.empty(), true)));
    for (Compression compression : Compression.values()) {
      compression.transferSyntaxes().stream()
          .map(TransferSyntax::of)
          .forEach(syntax -> rows.add(row(syntax, Optional.of(compression), true)));
    }
    List<String> read = rows.stream().map(row -> row.syntax().uid()).toList();
    Uids.startingWith(COMPRESSED)
        .filter(uid -> !read.contains(uid))
        .map(TransferSyntax::of)
        .filter(TransferSyntax::encapsulated)
        .forEach(syntax -> rows.add(row(syntax, Optional.empty(), false)));
    return rows;
  }

  private static Row row(TransferSyntax syntax, Optional<Compression> compression, boolean read) {
    boolean written =
        Arrays.stream(Transcoding.Target.values()).anyMatch(t -> t.syntax().equals(syntax));
    return new Row(syntax, compression, read, written);
  }

  /// The table in Markdown, a line each.
  ///
  /// @param speed megapixels a second that a transfer syntax is decoded at, where that was measured
  public static List<String> markdown(Function<TransferSyntax, Optional<Double>> speed) {
    Stream<String> head =
        Stream.of(
            "| transfer syntax | UID | pixels read | pixels written | megapixels a second |",
            "|---|---|---|---|---|");
    return Stream.concat(head, rows().stream().map(row -> line(row, speed.apply(row.syntax()))))
        .toList();
  }

  private static String line(Row row, Optional<Double> speed) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            row.syntax().name(),
            row.syntax().uid(),
            row.read() ? "yes" : "no, tags only",
            row.written() ? "yes" : "as they are",
            speed.map(s -> Long.toString(Math.round(s))).orElse(""));
  }
}
