package org.voxdesk.io;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.text.Sentence;

/// A deflated data set while it is parsed (PS3.5 A.5): inflated in memory. What it defers is
/// inflated again from the deflated bytes when it is wanted.
final class Inflated implements ByteSource {
  private static final int CHUNK = 16 * 1024;

  private final BulkData deflated;
  private final boolean zlib;
  private final byte[] bytes;
  private final boolean damaged;
  private final long unused;

  private Inflated(BulkData deflated, boolean zlib, byte[] bytes, boolean damaged, long unused) {
    this.deflated = deflated;
    this.zlib = zlib;
    this.bytes = bytes;
    this.damaged = damaged;
    this.unused = unused;
  }

  /// Inflates all of `deflated`, with or without a zlib header, as far as it can be inflated.
  ///
  /// @param name what the file is called in the refusal
  /// @throws DicomException if it would become bigger than `limits` allow; nothing has been
  ///   allocated for it then
  static Inflated of(BulkData deflated, ReadingLimits limits, Object name)
      throws IOException, DicomException {
    boolean zlib = isZlib(deflated);
    long size = 0;
    byte[] sink = new byte[CHUNK];
    try (var counting = new Stream(deflated, zlib)) {
      int count = counting.read(sink, 0, sink.length);
      while (count > 0) {
        size += count;
        boolean bomb =
            size > ReadingLimits.ANY_RATIO && size / ReadingLimits.RATIO > counting.consumed();
        if (bomb || size > limits.inflated()) {
          throw new DicomException(
              Sentence.of("file.inflated.too.big", name, size, deflated.length()));
        }
        count = counting.read(sink, 0, sink.length);
      }
      byte[] bytes = new byte[Math.toIntExact(size)];
      try (var again = new Stream(deflated, zlib)) {
        again.readNBytes(bytes, 0, bytes.length);
      }
      return new Inflated(
          deflated, zlib, bytes, counting.damaged, deflated.length() - counting.consumed());
    }
  }

  /// The first bytes of what `deflated` may hold, at most `count` of them; none where it is not
  /// deflated at all.
  static byte[] start(BulkData deflated, int count) throws IOException {
    byte[] bytes = new byte[count];
    try (var in = new Stream(deflated, isZlib(deflated))) {
      return Arrays.copyOf(bytes, in.readNBytes(bytes, 0, count));
    }
  }

  /// RFC 1950: two bytes that are a multiple of 31 and name deflate; a stored block of plain
  /// deflate (RFC 1951) that begins so has its length twice, once inverted.
  static boolean isZlib(BulkData deflated) throws IOException {
    if (deflated.length() < 6) {
      return false;
    }
    byte[] b = new byte[5];
    deflated.read(0, b, 0, b.length);
    boolean header = (b[0] & 0x0F) == 8 && (((b[0] & 0xFF) << 8) | (b[1] & 0xFF)) % 31 == 0;
    boolean stored = (b[1] ^ b[3]) == -1 && (b[2] ^ b[4]) == -1;
    return header && !stored;
  }

  /// True where the deflated bytes ended early or made no sense from some place on.
  boolean isDamaged() {
    return damaged;
  }

  /// Bytes behind the end of the deflated ones.
  long unused() {
    return unused;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) {
    System.arraycopy(bytes, Math.toIntExact(position), target, offset, length);
  }

  @Override
  public BulkData bulk(long position, long length) {
    return new Part(deflated, zlib, position, length);
  }

  /// A part of the inflated bytes, which are inflated anew when they are wanted and then kept as
  /// long as there is memory to spare.
  private static final class Part implements BulkData {
    private final BulkData deflated;
    private final boolean zlib;
    private final long start;
    private final long length;
    private SoftReference<byte[]> kept = new SoftReference<>(new byte[0]);

    Part(BulkData deflated, boolean zlib, long start, long length) {
      this.deflated = deflated;
      this.zlib = zlib;
      this.start = start;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public InputStream open() throws IOException {
      return new ByteArrayInputStream(all());
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int count) throws IOException {
      System.arraycopy(all(), Math.toIntExact(offset), target, targetOffset, count);
    }

    private synchronized byte[] all() throws IOException {
      byte[] known = kept.get();
      if (known != null && known.length == length) {
        return known;
      }
      byte[] bytes = new byte[Math.toIntExact(length)];
      try (var in = new Stream(deflated, zlib)) {
        in.skipNBytes(start);
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
          throw new EOFException("the deflated data set has become shorter since it was opened");
        }
      }
      kept = new SoftReference<>(bytes);
      return bytes;
    }
  }

  /// Inflates until the data ends or makes no sense; that it makes none is noted, not thrown.
  private static final class Stream extends InputStream {
    private final InputStream in;
    private final Inflater inflater;
    private final byte[] input = new byte[CHUNK];
    private boolean damaged;

    Stream(BulkData deflated, boolean zlib) throws IOException {
      this.in = deflated.open();
      this.inflater = new Inflater(!zlib);
    }

    long consumed() {
      return inflater.getBytesRead();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      long before = inflater.getBytesWritten();
      try {
        while (!damaged && !inflater.finished()) {
          int count = inflater.inflate(target, offset, length);
          if (count > 0) {
            return count;
          }
          if (inflater.needsDictionary() || (inflater.needsInput() && !feed())) {
            damaged = !inflater.finished();
          }
        }
      } catch (DataFormatException e) {
        // What was inflated before the damage has been put down all the same.
        damaged = true;
        int count = (int) (inflater.getBytesWritten() - before);
        return count > 0 ? count : -1;
      }
      return -1;
    }

    private boolean feed() throws IOException {
      int count = in.read(input, 0, input.length);
      if (count > 0) {
        inflater.setInput(input, 0, count);
      }
      return count > 0;
    }

    @Override
    public void close() throws IOException {
      inflater.end();
      in.close();
    }
  }
}
