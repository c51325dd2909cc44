package org.voxdesk.app.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Exchanges the bytes of a value with files, in the background.
///
/// @param model whose bytes they are
record BytesFiles(Services services, BytesViewModel model) {
  private static final int CHUNK = 256 * 1024;

  /// A value in memory cannot be bigger.
  private static final long MOST = Integer.MAX_VALUE - 16L;

  /// Asks for a file and takes its bytes.
  void importFile() {
    services.dialogs().openFiles(services.text("editor.import.title")).stream()
        .findFirst()
        .ifPresent(this::importFrom);
  }

  private void importFrom(Path file) {
    services
        .tasks()
        .start(services.text("task.import"), progress -> read(file))
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<byte[]>(byte[] bytes) ->
                    model.replace(bytes, isDocument() ? alsoOf(file, bytes.length) : List.of());
                case Outcome.Failure<byte[]>(Throwable cause) ->
                    services.notifications().error(services.text("editor.import.failed"), cause);
                case Outcome.Cancelled<byte[]> cancelled -> {}
              }
            });
  }

  private static List<NewValue.Also> alsoOf(Path file, long length) {
    return EncapsulatedDocument.also(file, length);
  }

  private static byte[] read(Path file) throws IOException, ExplainedException {
    long size = Files.size(file);
    if (size > MOST) {
      throw new ExplainedException(Sentence.of("value.too.big", file.getFileName(), size));
    }
    return Files.readAllBytes(file);
  }

  /// Asks for a file and writes the bytes to it, those of a document without padding.
  void exportFile() {
    String extension =
        isDocument() ? EncapsulatedDocument.extension(model.element().holder()) : "bin";
    String name =
        model
                .element()
                .entry()
                .map(DictionaryEntry::keyword)
                .filter(keyword -> !keyword.isEmpty())
                .orElseGet(() -> "%08X".formatted(model.element().tag().value()))
            + "."
            + extension;
    Optional<Path> chosen = services.dialogs().saveFile(services.text("editor.export.title"), name);
    chosen.ifPresent(this::exportTo);
  }

  private void exportTo(Path file) {
    BulkData data = model.contentProperty().get();
    long length = isDocument() ? documentLength(data) : data.length();
    services
        .tasks()
        .start(
            services.text("task.exportValue"),
            progress -> {
              AtomicFile.write(file, Existing.REPLACE, out -> copy(data, length, out, progress));
              return file;
            })
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<Path> done ->
                    services.notifications().info(services.text("editor.export.done", file));
                case Outcome.Failure<Path>(Throwable cause) ->
                    services.notifications().error(services.text("editor.export.failed"), cause);
                case Outcome.Cancelled<Path> cancelled -> {}
              }
            });
  }

  private boolean isDocument() {
    return model.element().tag().equals(EncapsulatedDocument.TAG);
  }

  /// The length that is said, where at most the padding is beyond it.
  private long documentLength(BulkData data) {
    long said =
        model.valueProperty().get().isPresent()
            ? saidByImport(data)
            : EncapsulatedDocument.length(model.element().holder()).orElse(data.length());
    return said == data.length() - 1 ? said : data.length();
  }

  private long saidByImport(BulkData data) {
    return model.valueProperty().get().stream()
        .filter(NewValue.Bytes.class::isInstance)
        .map(NewValue.Bytes.class::cast)
        .flatMap(bytes -> bytes.also().stream())
        .map(NewValue.Also::text)
        .filter(text -> text.matches("\\d+"))
        .map(Long::valueOf)
        .findFirst()
        .orElse(data.length());
  }

  private static void copy(BulkData data, long length, OutputStream out, Progress progress)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = data.open()) {
      long left = length;
      while (left > 0) {
        progress.checkCancelled();
        int count = in.read(chunk, 0, (int) Math.min(CHUNK, left));
        if (count < 0) {
          return;
        }
        out.write(chunk, 0, count);
        left -= count;
        progress.report(length - left, length);
      }
    }
  }
}
