package org.voxdesk.io.png;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.text.Sentence;

/// A grey PNG picture (W3C PNG): 1, 2, 4, 8 or 16 bits, with or without transparency, which is
/// passed over, not interlaced.
///
/// Only the header is kept; [#pixels] reads the file again, and fails if it is another one by then.
///
/// @param path where it is
/// @param width pixels in a row
/// @param height rows
/// @param bits bits of a sample in the file
/// @param channels samples of a pixel in the file: 2 with transparency
/// @param size bytes of the file
/// @param modified when the file was changed last
public record PngFile(
    Path path, int width, int height, int bits, int channels, long size, FileTime modified) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int LONGEST_EDGE = 65_535;
  private static final int GREY = 0;
  private static final int GREY_ALPHA = 4;

  /// Whether a file begins as PNG files do.
  public static boolean isOne(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
    } catch (IOException e) {
      // Who reads it will say what is wrong with it.
      return false;
    }
  }

  /// Reads the header.
  ///
  /// @throws DicomException with one sentence that names the file, if it is no such picture
  public static PngFile open(Path path) throws DicomException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 64))) {
      byte[] start = in.readNBytes(SIGNATURE.length);
      int length = in.readInt();
      String type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
      if (!Arrays.equals(start, SIGNATURE) || length != 13 || !type.equals("IHDR")) {
        throw new DicomException(Sentence.of("png.damaged", path));
      }
      int width = in.readInt();
      int height = in.readInt();
      int bits = in.readUnsignedByte();
      int kind = in.readUnsignedByte();
      in.readShort();
      boolean interlaced = in.readUnsignedByte() != 0;
      if (width < 1 || height < 1 || width > LONGEST_EDGE || height > LONGEST_EDGE) {
        throw new DicomException(Sentence.of("png.size", path, width, height));
      }
      if (kind != GREY && kind != GREY_ALPHA) {
        throw new DicomException(Sentence.of("png.colour", path));
      }
      if (interlaced) {
        throw new DicomException(Sentence.of("png.interlaced", path));
      }
      if (!List.of(1, 2, 4, 8, 16).contains(bits)) {
        throw new DicomException(Sentence.of("png.damaged", path));
      }
      return new PngFile(
          path,
          width,
          height,
          bits,
          kind == GREY ? 1 : 2,
          Files.size(path),
          Files.getLastModifiedTime(path));
    } catch (EOFException e) {
      throw new DicomException(Sentence.of("png.damaged", path));
    } catch (IOException e) {
      throw new DicomException(
          Sentence.of("file.unreadable", path, String.valueOf(e.getMessage())));
    }
  }

  /// Bytes of a pixel as [#pixels] gives it: 1, or 2 where the file has 16 bits.
  public int bytes() {
    return bits == 16 ? 2 : 1;
  }

  /// The grey values row by row, of 16 bits in little endian, smaller ones stretched to 8 bits as
  /// OpenCV does.
  ///
  /// @throws IOException if the file is gone, damaged, or has changed since it was opened
  byte[] pixels() throws IOException {
    if (Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified)) {
      throw new IOException(path + " has changed since it was opened");
    }
    int line = (width * channels * bits + 7) / 8;
    int step = Math.max(1, channels * bits / 8);
    byte[] pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bytes())];
    byte[] above = new byte[line];
    byte[] row = new byte[line];
    try (var in = new DataInputStream(new InflaterInputStream(data()))) {
      for (int y = 0; y < height; y++) {
        int filter = in.readUnsignedByte();
        in.readFully(row);
        unfilter(filter, row, above, step);
        put(row, pixels, y * width * bytes());
        byte[] free = above;
        above = row;
        row = free;
      }
    }
    return pixels;
  }

  /// The compressed data of all IDAT chunks.
  private InputStream data() throws IOException {
    byte[] file = Files.readAllBytes(path);
    var parts = new ArrayList<InputStream>();
    int at = SIGNATURE.length;
    while (at + 12 <= file.length) {
      int length =
          (file[at] & 0xFF) << 24
              | (file[at + 1] & 0xFF) << 16
              | (file[at + 2] & 0xFF) << 8
              | (file[at + 3] & 0xFF);
      if (length < 0 || length > file.length - at - 12) {
        throw new IOException(path + " ends in the middle of its pixels");
      }
      if (new String(file, at + 4, 4, StandardCharsets.US_ASCII).equals("IDAT")) {
        parts.add(new java.io.ByteArrayInputStream(file, at + 8, length));
      }
      at += length + 12;
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static void unfilter(int filter, byte[] row, byte[] above, int step) throws IOException {
    for (int i = 0; i < row.length; i++) {
      int left = i < step ? 0 : row[i - step] & 0xFF;
      int up = above[i] & 0xFF;
      int corner = i < step ? 0 : above[i - step] & 0xFF;
      int guess =
          switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> throw new IOException("unknown PNG filter " + filter);
          };
      row[i] += (byte) guess;
    }
  }

  private static int paeth(int left, int up, int corner) {
    int guess = left + up - corner;
    int byLeft = Math.abs(guess - left);
    int byUp = Math.abs(guess - up);
    int byCorner = Math.abs(guess - corner);
    return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
  }

  private void put(byte[] row, byte[] pixels, int offset) {
    for (int x = 0; x < width; x++) {
      switch (bits) {
        case 16 -> {
          // PNG is big endian.
          pixels[offset + 2 * x] = row[2 * x * channels + 1];
          pixels[offset + 2 * x + 1] = row[2 * x * channels];
        }
        case 8 -> pixels[offset + x] = row[x * channels];
        default -> {
          int perByte = 8 / bits;
          int shift = 8 - bits * (x % perByte + 1);
          int most = (1 << bits) - 1;
          pixels[offset + x] = (byte) ((row[x / perByte] >> shift & most) * 255 / most);
        }
      }
    }
  }
}
