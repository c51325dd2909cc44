package org.voxdesk.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.voxdesk.text.Sentence;

/// The secret that codes of patients are made with. A code is the same for one patient and key, and
/// without the key nobody can find the patient by trying IDs.
///
/// A folder of cubes has a key of its own: 256 random bits in `patients.key`, made where there is
/// none yet, and shared by all programs that write into the folder, on whatever machine. Who hands
/// the folder on keeps this file back.
///
/// @param secret any text that is not empty
public record PatientKey(String secret) {
  /// The name of the file.
  public static final String FILE = "patients.key";

  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGITS = 16;

  public PatientKey {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("no key");
    }
  }

  /// The key that was given, or that of the folder where none was: where `secret` is empty.
  ///
  /// @throws ExportException as [#in]
  public static PatientKey of(String secret, Path folder) throws ExportException {
    return secret.isEmpty() ? in(folder) : new PatientKey(secret);
  }

  /// The key of a folder, which is made if it is missing.
  ///
  /// @throws ExportException if the file cannot be read or written, or holds no key
  public static PatientKey in(Path folder) throws ExportException {
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
      return new PatientKey(key);
    } catch (IOException e) {
      throw ExportException.writing(file, e);
    }
  }

  /// The code of a patient: sixteen hexadecimal digits of the HMAC-SHA-256 (RFC 2104) of the ID,
  /// after a `p`.
  public String code(String patientId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] code = mac.doFinal(patientId.strip().getBytes(StandardCharsets.UTF_8));
      return "p" + HexFormat.of().formatHex(code).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  /// Without the secret, which must not get into a log.
  @Override
  public String toString() {
    return "PatientKey";
  }

  /// Puts a new key there unless another program was quicker. A link appears whole or not at all
  /// and replaces nothing, which no way of renaming does everywhere.
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
