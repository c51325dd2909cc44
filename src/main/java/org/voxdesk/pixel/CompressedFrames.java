package org.voxdesk.pixel;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.text.Sentence;

/// Decodes frames out of encapsulated pixel data (PS3.5 A.4). Keeps the bytes of one frame, coded
/// and decoded, as scratch, and where the frames of the last image are.
final class CompressedFrames {
  private final FragmentBytes coded = new FragmentBytes();
  private final Map<Compression, FrameDecoder> decoders = new EnumMap<>(Compression.class);
  private byte[] scratch = new byte[0];
  private @Nullable Indexed last;

  /// The frames of one image, found once.
  private record Indexed(Value.Fragments fragments, Compression compression, FrameIndex index) {}

  /// Frame `number`, counted from 0.
  ///
  /// @throws DicomException if it is not there, compressed in a way that is not supported, or
  ///   damaged
  RawFrame read(
      DataSet dataSet,
      Value.Fragments fragments,
      TransferSyntax syntax,
      ImagePixel image,
      int number)
      throws DicomException {
    Indexed indexed = indexed(dataSet, fragments, syntax, image);
    List<Value.Fragment> parts = indexed.index.fragments(number);
    if (parts.isEmpty()) {
      throw new DicomException(
          Tag.NUMBER_OF_FRAMES, Sentence.of("pixel.no.frame", number + 1, indexed.index.count()));
    }
    int length = coded.join(parts);
    int bytes = image.frameBytes();
    if (scratch.length < bytes) {
      scratch = new byte[bytes];
    }
    try {
      switch (indexed.compression) {
        case NONE -> copy(length, bytes);
        case DEFLATED -> inflate(length, bytes);
        default -> decode(indexed.compression, length, image, bytes);
      }
    } catch (CodecException e) {
      var exception =
          new DicomException(
              Tag.PIXEL_DATA, Sentence.of("pixel.frame.damaged", number + 1, e.sentence()));
      exception.initCause(e);
      throw exception;
    }
    boolean planar = indexed.compression.decoder().isEmpty() && image.planar();
    String photometric = meaning(indexed.compression, length, image);
    return new RawFrame(scratch, 0, ByteOrder.LITTLE_ENDIAN, planar, false, photometric);
  }

  /// What the decoded samples mean: subsampled chrominance has been brought to full size, and the
  /// component transforms of JPEG 2000 have been undone.
  private String meaning(Compression compression, int length, ImagePixel image) {
    if (image.samples() != 3) {
      return image.photometric();
    }
    String stated =
        switch (image.photometric()) {
          case "YBR_FULL_422" -> "YBR_FULL";
          case "YBR_ICT", "YBR_RCT" -> "RGB";
          default -> image.photometric();
        };
    return compression == Compression.JPEG ? JpegColors.of(coded.bytes(), length, stated) : stated;
  }

  @SuppressWarnings("ReferenceEquality") // The fragments of one image are one object.
  private Indexed indexed(
      DataSet dataSet, Value.Fragments fragments, TransferSyntax syntax, ImagePixel image)
      throws DicomException {
    Indexed known = last;
    if (known == null || known.fragments != fragments) {
      Compression compression = compression(fragments, syntax);
      known =
          new Indexed(
              fragments,
              compression,
              FrameIndex.of(dataSet, fragments, image.frames(), compression));
      last = known;
    }
    return known;
  }

  /// What the transfer syntax says, unless the first frame shows that it is another.
  private static Compression compression(Value.Fragments fragments, TransferSyntax syntax)
      throws DicomException {
    Optional<Compression> said = Compression.of(syntax);
    byte[] head =
        fragments.fragments().size() > 1
            ? FragmentBytes.head(fragments.fragments().get(1), Compression.HEAD)
            : new byte[0];
    if (said.isPresent() && said.get().begins(head)) {
      return said.get();
    }
    boolean known = said.isPresent() || !syntax.encapsulated();
    return Compression.of(head)
        .filter(seen -> known)
        .or(() -> said)
        .orElseThrow(
            () ->
                new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.compressed", syntax.name())));
  }

  private void decode(Compression compression, int length, ImagePixel image, int bytes)
      throws CodecException {
    FrameDecoder decoder = decoders.computeIfAbsent(compression, c -> c.decoder().orElseThrow());
    if (image.bitsAllocated() > 1) {
      int width = (image.bitsAllocated() + 7) / 8;
      decoder.decode(coded.bytes(), length, samples(image, width, scratch));
    } else if (compression == Compression.RLE) {
      // Single bits are coded as the bytes that they are packed in.
      decoder.decode(coded.bytes(), length, new SampleBuffer(bytes, 1, 1, 1, scratch));
    } else {
      byte[] pixels = new byte[image.columns() * image.rows() * image.samples()];
      decoder.decode(coded.bytes(), length, samples(image, 1, pixels));
      pack(pixels, bytes);
    }
  }

  private static SampleBuffer samples(ImagePixel image, int width, byte[] into) {
    return new SampleBuffer(image.columns(), image.rows(), image.samples(), width, into);
  }

  /// Puts pixels of one bit together as they are where they are not compressed: the first is the
  /// least significant bit (PS3.5 8.1.1).
  private void pack(byte[] pixels, int bytes) {
    Arrays.fill(scratch, 0, bytes, (byte) 0);
    for (int at = 0; at < pixels.length; at++) {
      scratch[at >> 3] |= (byte) ((pixels[at] & 1) << (at & 7));
    }
  }

  private void copy(int length, int bytes) throws CodecException {
    if (length < bytes) {
      throw new CodecException(length, Sentence.of("pixel.frame.short", length, bytes));
    }
    System.arraycopy(coded.bytes(), 0, scratch, 0, bytes);
  }

  private void inflate(int length, int bytes) throws CodecException {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(coded.bytes(), 0, length);
      int done = 0;
      int count = -1;
      while (done < bytes && count != 0) {
        count = inflater.inflate(scratch, done, bytes - done);
        done += count;
      }
      if (done < bytes) {
        throw new CodecException(length, Sentence.of("pixel.frame.short", done, bytes));
      }
    } catch (DataFormatException e) {
      throw new CodecException(-1, Sentence.of("pixel.frame.inflate"), e);
    } finally {
      inflater.end();
    }
  }
}
