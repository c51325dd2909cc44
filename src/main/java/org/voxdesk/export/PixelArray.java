package org.voxdesk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.FunctionalGroups;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

/// All frames of an image as one array of shape (rows, columns), with several frames (frames, rows,
/// columns), with colours one axis more, the samples, last: what pydicom's `pixel_array` has. One
/// frame is in memory at a time.
public final class PixelArray {
  /// What the values are written as; the names are NumPy's.
  private enum Type {
    U1("|u1", 1),
    I1("|i1", 1),
    U2("<u2", 2),
    I2("<i2", 2),
    U4("<u4", 4),
    I4("<i4", 4),
    F4("<f4", 4),
    F8("<f8", 8);

    private final String numpy;
    private final int bytes;

    Type(String numpy, int bytes) {
      this.numpy = numpy;
      this.bytes = bytes;
    }

    private void put(ByteBuffer target, double value) {
      switch (this) {
        case U1, I1 -> target.put((byte) (int) value);
        case U2, I2 -> target.putShort((short) (int) value);
        case U4, I4 -> target.putInt((int) (long) value);
        case F4 -> target.putFloat((float) value);
        case F8 -> target.putDouble(value);
      }
    }
  }

  private final DicomFile file;
  private final ImagePixel image;
  private final boolean rescaled;
  private final Type type;

  private PixelArray(DicomFile file, ImagePixel image, boolean rescaled, Type type) {
    this.file = file;
    this.image = image;
    this.rescaled = rescaled;
    this.type = type;
  }

  /// Stored values, in the type that Bits Allocated and Pixel Representation say.
  ///
  /// @throws DicomException if the file has no image, or one that is not understood
  public static PixelArray stored(DicomFile file) throws DicomException {
    ImagePixel image = ImagePixel.of(file.dataSet());
    return new PixelArray(file, image, false, type(image));
  }

  /// Values after the modality transform, Hounsfield units for CT: int32 where it is a table or
  /// slope and intercept are whole numbers, so that nothing can overflow, float64 otherwise.
  ///
  /// @throws DicomException if the file has no image, or one that is not understood
  public static PixelArray rescaled(DicomFile file) throws DicomException {
    ImagePixel image = ImagePixel.of(file.dataSet());
    FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
    boolean whole = true;
    for (int frame = 0; frame < Math.max(1, groups.frames()); frame++) {
      whole &= isWhole(ModalityTransform.of(groups.of(frame)), image);
    }
    return new PixelArray(file, image, true, whole ? Type.I4 : Type.F8);
  }

  private static boolean isWhole(ModalityTransform transform, ImagePixel image) {
    return transform.table().isPresent()
        || (isWhole(transform.slope())
            && isWhole(transform.intercept())
            && !image.floating()
            && image.bitsAllocated() <= 16);
  }

  /// Small enough that 16 bits times it stay within 32.
  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1 << 14;
  }

  private static Type type(ImagePixel image) {
    if (image.floating()) {
      return image.bitsAllocated() == 32 ? Type.F4 : Type.F8;
    }
    return switch (image.bitsAllocated()) {
      case 1 -> Type.U1;
      case 8 -> image.signed() ? Type.I1 : Type.U1;
      case 16 -> image.signed() ? Type.I2 : Type.U2;
      default -> image.signed() ? Type.I4 : Type.U4;
    };
  }

  /// Frames if there is more than one, rows, columns, and samples if there is more than one a
  /// pixel.
  public List<Integer> shape() {
    List<Integer> shape = new ArrayList<>(List.of(image.rows(), image.columns()));
    if (image.frames() > 1) {
      shape.addFirst(image.frames());
    }
    if (image.samples() > 1) {
      shape.add(image.samples());
    }
    return List.copyOf(shape);
  }

  /// The shape as NumPy writes it, such as `(512, 512)`.
  public String shapeText() {
    return shape().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /// NumPy's name of the type of a value, such as `<i2`.
  public String type() {
    return type.numpy;
  }

  /// Writes a NumPy file; `target` is as it was if that fails.
  ///
  /// @throws ExplainedException if a frame cannot be read or the file not written
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public void writeNpy(Path target, AtomicFile.Existing existing, Progress progress)
      throws ExplainedException {
    int[] shape = shape().stream().mapToInt(Integer::intValue).toArray();
    AtomicFile.write(
        target,
        existing,
        out -> {
          out.write(Npy.header(type.numpy, shape));
          writeValues(out, progress);
        });
  }

  /// Writes the values alone, little endian, the last axis running fastest.
  ///
  /// @throws DicomException if a frame cannot be read
  public void writeValues(OutputStream out, Progress progress) throws IOException, DicomException {
    var reader = new FrameReader();
    FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
    ByteBuffer row =
        ByteBuffer.allocate(image.columns() * image.samples() * type.bytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int number = 0; number < image.frames(); number++) {
      progress.checkCancelled();
      Frame frame = reader.read(file.dataSet(), file.transferSyntax(), number);
      ModalityTransform transform =
          rescaled ? ModalityTransform.of(groups.of(number)) : ModalityTransform.IDENTITY;
      int count = frame.samples().count();
      for (int i = 0; i < count; i++) {
        type.put(row, transform.apply(frame.stored(i)));
        if (!row.hasRemaining()) {
          out.write(row.array());
          row.clear();
        }
      }
      progress.report(number + 1, image.frames());
    }
  }
}
