package org.voxdesk.app.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// What Encapsulated Document (0042,0011) has beside its bytes: the kind of the document and its
/// length without padding (PS3.3 C.24.2).
final class EncapsulatedDocument {
  static final Tag TAG = new Tag(0x00420011);

  private static final Tag MIME_TYPE = new Tag(0x00420012);
  private static final Tag LENGTH = new Tag(0x00420015);

  /// MIME types as the encapsulation IODs name them (PS3.3 A.45, A.85, A.104).
  private static final Map<String, String> MIME_TYPES =
      Map.of(
          "pdf", "application/pdf",
          "xml", "text/XML",
          "stl", "model/stl",
          "obj", "model/obj",
          "mtl", "model/mtl");

  private EncapsulatedDocument() {}

  /// What must be set beside a document of `length` bytes that comes from `file`.
  static List<NewValue.Also> also(Path file, long length) {
    var size = new NewValue.Also(LENGTH, Vr.UL, Long.toString(length));
    return mimeType(file)
        .map(type -> List.of(new NewValue.Also(MIME_TYPE, Vr.LO, type), size))
        .orElseGet(() -> List.of(size));
  }

  private static Optional<String> mimeType(Path file) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(MIME_TYPES.get(extension));
  }

  /// What a file with the document of `holder` should end with, without a dot.
  static String extension(DataSet holder) {
    String type = holder.text(MIME_TYPE).orElse("");
    return MIME_TYPES.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(type))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("bin");
  }

  /// How long the document of `holder` is without padding, if that is said.
  static OptionalLong length(DataSet holder) {
    return holder.longInteger(LENGTH);
  }
}
