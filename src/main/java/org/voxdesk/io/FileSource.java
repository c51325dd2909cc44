package org.voxdesk.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.voxdesk.dicom.BulkData;

/// A file while it is parsed. What it defers is read from its [Origin] again, after a check that
/// size and time are still those of this moment.
final class FileSource implements ByteSource, AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final Origin origin;

  /// Opens the file; `modified` is its time, known from before that.
  FileSource(Path path, FileTime modified) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
    this.size = channel.size();
    this.origin = new Origin(path, size, modified);
  }

  @Override
  public Optional<Origin> origin() {
    return Optional.of(origin);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) throws IOException {
    readFully(channel, path, position, target, offset, length);
  }

  private static void readFully(
      FileChannel channel, Path path, long position, byte[] target, int offset, int length)
      throws IOException {
    var buffer = ByteBuffer.wrap(target, offset, length);
    long at = position;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new EOFException(path + " has become shorter while it was read");
      }
      at += count;
    }
  }

  @Override
  public BulkData bulk(long position, long length) {
    origin.need();
    return new Part(origin, position, length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// A part of a file that is opened each time it is wanted.
  record Part(Origin origin, long start, long length) implements BulkData {
    @Override
    public Object content() {
      return origin.content(start);
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int count) throws IOException {
      try (FileChannel channel = origin.open()) {
        readFully(channel, origin.path(), start + offset, target, targetOffset, count);
      }
    }

    @Override
    public InputStream open() throws IOException {
      FileChannel channel = origin.open();
      channel.position(start);
      return new BoundedStream(Channels.newInputStream(channel), length);
    }
  }
}
