package org.voxdesk.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.ImagePixel;

/// A compressed image of the shared test data, and what other toolkits decode from it.
///
/// @param path the file
/// @param bitsAllocated 1, 8, 16 or 32
/// @param frames number of frames, 0 where no toolkit decodes them
/// @param sha256 of the stored values of all frames
/// @param reference the stored values as a NumPy array, which may not exist
/// @param range the least and the greatest stored value; empty where no toolkit decodes them
public record CataloguedImage(
    Path path, int bitsAllocated, int frames, String sha256, Path reference, List<Long> range) {
  /// The images in these transfer syntaxes.
  public static Stream<CataloguedImage> in(String... transferSyntaxes) throws IOException {
    Set<String> syntaxes = Set.of(transferSyntaxes);
    List<CataloguedImage> images = new ArrayList<>();
    add(images, syntaxes, "conformance", "pixels/catalogue.tsv", "pixels/lossy");
    add(images, syntaxes, "codec", "pixels/catalogue-codec.tsv", "pixels/lossy-codec");
    return images.stream();
  }

  private static void add(
      List<CataloguedImage> images, Set<String> syntaxes, String data, String rows, String arrays)
      throws IOException {
    Path folder = TestData.data(data);
    Path references = TestData.golden(arrays);
    for (String row : Files.readAllLines(TestData.golden(rows))) {
      String[] cells = row.split("\t", -1);
      if (syntaxes.contains(cells[1])) {
        images.add(
            new CataloguedImage(
                folder.resolve(cells[0]),
                Integer.parseInt(cells[3]),
                cells[5].equals("-") ? 0 : Integer.parseInt(cells[5].split("x", 2)[0]),
                cells[8],
                references.resolve(cells[0].replace("/", "__") + ".npy"),
                range(cells)));
      }
    }
  }

  private static List<Long> range(String[] cells) {
    return cells[9].equals("-")
        ? List.of()
        : List.of(Long.parseLong(cells[9]), Long.parseLong(cells[10]));
  }

  public DataSet dataSet() throws DicomException {
    return DicomReader.read(path).dataSet();
  }

  /// The fragments behind the offset table.
  public List<byte[]> fragments() throws DicomException, IOException {
    var value = (Value.Fragments) dataSet().get(Tag.PIXEL_DATA).orElseThrow().value();
    List<byte[]> fragments = new ArrayList<>();
    for (Value.Fragment fragment : value.fragments().subList(1, value.fragments().size())) {
      fragments.add(
          switch (fragment.value()) {
            case Value.Bytes bytes -> bytes.bytes();
            case Value.Bulk bulk -> bulk.data().bytes();
            default -> throw new IllegalStateException(path.toString());
          });
    }
    return fragments;
  }

  /// The stored values of these frames, as wide as they are allocated.
  public byte[] storedValues(FrameDecoder decoder, List<byte[]> coded)
      throws DicomException, CodecException {
    ImagePixel image = ImagePixel.of(dataSet());
    int length = image.rows() * image.columns() * image.samples() * bitsAllocated / 8;
    var all = ByteBuffer.allocate(length * coded.size());
    for (byte[] frame : coded) {
      byte[] bytes = new byte[length];
      var samples =
          new SampleBuffer(
              image.columns(), image.rows(), image.samples(), bitsAllocated / 8, bytes);
      decoder.decode(frame, frame.length, samples);
      takeStoredBits(samples, image);
      all.put(bytes);
    }
    return all.array();
  }

  private static void takeStoredBits(SampleBuffer samples, ImagePixel image) {
    int up = 31 - image.highBit();
    int down = 32 - image.bitsStored();
    int[] line = new int[samples.columns()];
    for (int row = 0; row < samples.rows(); row++) {
      for (int component = 0; component < samples.components(); component++) {
        samples.getLine(row, component, line);
        for (int i = 0; i < line.length; i++) {
          line[i] = image.signed() ? line[i] << up >> down : line[i] << up >>> down;
        }
        samples.putLine(row, component, line);
      }
    }
  }

  public static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /// The stored values of the reference, laid out like [#storedValues].
  public byte[] referenceValues() throws IOException {
    byte[] file = Files.readAllBytes(reference);
    int header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xFFFF;
    return Arrays.copyOfRange(file, 10 + header, file.length);
  }

  /// By how much stored values differ from the reference at most.
  public int greatestDifference(byte[] values) throws DicomException, IOException {
    boolean signed = ImagePixel.of(dataSet()).signed();
    byte[] expected = referenceValues();
    if (expected.length != values.length) {
      throw new IllegalStateException(values.length + " bytes, not " + expected.length);
    }
    int greatest = 0;
    for (int i = 0; i < values.length; i += bitsAllocated / 8) {
      greatest =
          Math.max(greatest, Math.abs(value(values, i, signed) - value(expected, i, signed)));
    }
    return greatest;
  }

  /// The least and the greatest of these stored values.
  public List<Long> range(byte[] values) throws DicomException {
    boolean signed = ImagePixel.of(dataSet()).signed();
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int i = 0; i < values.length; i += bitsAllocated / 8) {
      least = Math.min(least, value(values, i, signed));
      greatest = Math.max(greatest, value(values, i, signed));
    }
    return List.of(least, greatest);
  }

  private int value(byte[] bytes, int at, boolean signed) {
    if (bitsAllocated == 8) {
      return signed ? bytes[at] : bytes[at] & 0xFF;
    }
    int value = (bytes[at] & 0xFF) | (bytes[at + 1] << 8);
    return signed ? value : value & 0xFFFF;
  }

  @Override
  public String toString() {
    return path.getParent().getFileName() + "/" + path.getFileName();
  }
}
