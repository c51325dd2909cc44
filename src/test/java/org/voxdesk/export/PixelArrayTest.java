package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.Peers;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

class PixelArrayTest {
  private static final Layout CT = Layout.ct(2, 2);
  private static final short[] WORDS = {-1024, 0, 7, 3071, 1, 2, 3, 4};

  @TempDir Path folder;

  @Test
  void framesRowsAndColumnsAreTheAxes() throws Exception {
    DataSet two = image().with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2");
    NpyArray array = written(PixelArray.stored(Images.file(two)));
    assertThat(array.shape()).containsExactly(2, 2, 2);
    assertThat(array.type()).isEqualTo("<i2");
    assertThat(array.shorts()).isEqualTo(WORDS);
  }

  @Test
  void coloursHaveAnAxisOfTheirOwn() throws Exception {
    byte[] planes = {1, 11, 21, 31, 2, 12, 22, 32, 3, 13, 23, 33};
    DataSet rgb =
        Images.image(Encoding.EXPLICIT_LITTLE, new Layout(2, 2, 8, 8, 7, false), Vr.OB, planes)
            .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "3")
            .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
            .with(Tag.PLANAR_CONFIGURATION, Vr.US, "1");
    NpyArray array = written(PixelArray.stored(Images.file(rgb)));
    assertThat(array.shape()).containsExactly(2, 2, 3);
    assertThat(array.type()).isEqualTo("|u1");
    assertThat(array.bytes()).containsExactly(1, 2, 3, 11, 12, 13, 21, 22, 23, 31, 32, 33);
  }

  @Test
  void aTableGivesWholeNumbers() throws Exception {
    DataSet table =
        Images.grey(Encoding.EXPLICIT_LITTLE, CT, new short[] {-1, 0, 1, 2})
            .with(Images.sequence(Tag.of(0x0028, 0x3000), Images.lut(3, -1, 16, 65535, 7, 40000)));
    assertThat(numpy(PixelArray.rescaled(Images.file(table))))
        .isEqualTo("int32 (2, 2) [65535, 7, 40000, 40000]");
  }

  @Test
  void rescaledValuesCannotOverflow() throws Exception {
    DataSet steep =
        image()
            .with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2")
            .with(Tag.RESCALE_SLOPE, Vr.DS, "100")
            .with(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024");
    assertThat(numpy(PixelArray.rescaled(Images.file(steep))))
        .isEqualTo("int32 (2, 2, 2) [-103424, -1024, -324, 306076, -924, -824, -724, -624]");
    DataSet fractional = image().with(Tag.RESCALE_SLOPE, Vr.DS, "0.5");
    assertThat(numpy(PixelArray.rescaled(Images.file(fractional))))
        .isEqualTo("float64 (2, 2) [-512.0, 0.0, 3.5, 1535.5]");
  }

  @Test
  void wideAndFloatingValuesKeepEveryBit() throws Exception {
    byte[] bytes = {-1, -1, -1, -1, 1, 0, 0, 64};
    var layout = new Layout(2, 1, 32, 32, 31, false);
    DataSet unsigned = Images.image(Encoding.EXPLICIT_LITTLE, layout, Vr.OW, bytes);
    assertThat(numpy(PixelArray.stored(Images.file(unsigned))))
        .isEqualTo("uint32 (1, 2) [4294967295, 1073741825]");
    byte[] numbers = {0, 0, -64, 63, 0, 0, 0, 64};
    DataSet floats =
        Images.image(Encoding.EXPLICIT_LITTLE, layout, Vr.OW, numbers)
            .without(Tag.PIXEL_DATA)
            .with(
                DataElement.of(
                    Tag.FLOAT_PIXEL_DATA,
                    Vr.OF,
                    Encoding.EXPLICIT_LITTLE.order(),
                    new Value.Bytes(numbers)));
    assertThat(numpy(PixelArray.stored(Images.file(floats))))
        .isEqualTo("float32 (1, 2) [1.5, 2.0]");
  }

  @Test
  void nothingIsLeftWhereAFrameCannotBeReadAndNothingReplacedUnasked() throws Exception {
    Path target = folder.resolve("a.npy");
    DataSet short3 = image().with(Tag.NUMBER_OF_FRAMES, Vr.IS, "3");
    PixelArray array = PixelArray.stored(Images.file(short3));
    assertThatThrownBy(() -> array.writeNpy(target, Existing.REFUSE, Progress.NONE))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("16 bytes where 24 are needed");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    PixelArray whole = PixelArray.stored(Images.file(image()));
    whole.writeNpy(target, Existing.REFUSE, Progress.NONE);
    assertThatThrownBy(() -> whole.writeNpy(target, Existing.REFUSE, Progress.NONE))
        .isInstanceOf(ExplainedException.class);
  }

  private static DataSet image() throws DicomException {
    return Images.grey(Encoding.EXPLICIT_LITTLE, CT, WORDS);
  }

  private NpyArray written(PixelArray array) throws Exception {
    Path target = folder.resolve("written.npy");
    array.writeNpy(target, Existing.REPLACE, Progress.NONE);
    return NpyArray.read(target);
  }

  private String numpy(PixelArray array) throws Exception {
    Path target = folder.resolve("numpy.npy");
    array.writeNpy(target, Existing.REPLACE, Progress.NONE);
    String script =
        "import numpy, sys; a = numpy.load(sys.argv[1]); print(a.dtype, a.shape, a.ravel().tolist())";
    return Peers.pydicom(script, target).strip();
  }
}
