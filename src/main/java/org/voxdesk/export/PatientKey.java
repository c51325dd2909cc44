package org.voxdesk.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.voxdesk.text.Sentence;

/// The secret that the codes of patients in one folder are made with: 256 random bits in
/// `patients.key`, made where there is none yet. All programs that write into the folder share it,
/// on whatever machine. Who hands the folder on keeps this file back.
public final class PatientKey {
  /// The name of the file.
  public static final String FILE = "patients.key";

  private static final int BYTES = 32;

  private PatientKey() {}

  /// The key of a folder, as hexadecimal digits; the folder is made if it is missing.
  ///
  /// @throws ExportException if the file cannot be read or written, or holds no key
  public static String in(Path folder) throws ExportException {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        FileBatch.requireFolder(folder);
        make(file);
      }
      String key = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      if (!key.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
        throw new ExportException(Sentence.of("export.no.key", file));
      }
      return key;
    } catch (IOException e) {
      throw ExportException.writing(file, e);
    }
  }

  /// Puts a new key there unless another program was quicker. A link appears whole or not at all and
  /// replaces nothing, which no way of renaming does everywhere.
  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    // Private to the user from its first byte.
    Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "." + FILE, ".part");
    try {
      try (FileChannel out = FileChannel.open(made, StandardOpenOption.WRITE)) {
        String line = HexFormat.of().formatHex(key) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      link(made, file);
    } catch (FileAlreadyExistsException e) {
      // Another program's key is there now, and is the one to take.
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static void link(Path made, Path file) throws IOException {
    try {
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.move(made, file);
    }
  }
}
