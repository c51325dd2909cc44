package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

class PixelPaddingTest {
  private static final DataSet CT = image();

  @Test
  void anImageWithoutItHasNoPadding() {
    assertThat(PixelPadding.of(CT)).isEmpty();
  }

  @Test
  void thePaddingHasTheSignOfThePixelsWhateverItsVr() throws DicomException {
    DataSet wrong = CT.with(Tag.PIXEL_PADDING_VALUE, Vr.US, "63536");
    assertThat(PixelPadding.of(wrong)).contains(new PixelPadding(-2000, -2000));
    DataSet unsigned =
        CT.with(Tag.PIXEL_REPRESENTATION, Vr.US, "0").with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-2000");
    assertThat(PixelPadding.of(unsigned)).contains(new PixelPadding(63536, 63536));
  }

  @Test
  void theLimitMayLieOnEitherSide() throws DicomException {
    for (String[] ends : new String[][] {{"-2000", "-1900"}, {"-1900", "-2000"}}) {
      PixelPadding padding =
          PixelPadding.of(
                  CT.with(Tag.PIXEL_PADDING_VALUE, Vr.SS, ends[0])
                      .with(Tag.PIXEL_PADDING_RANGE_LIMIT, Vr.SS, ends[1]))
              .orElseThrow();
      assertThat(padding.contains(-2000)).isTrue();
      assertThat(padding.contains(-1950)).isTrue();
      assertThat(padding.contains(-1900)).isTrue();
      assertThat(padding.contains(-1899)).isFalse();
      assertThat(padding.contains(-2001)).isFalse();
    }
  }

  @Test
  void floatingPixelsHaveTheirOwn() throws DicomException {
    DataSet floating =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.of(0x0028, 0x0122), Vr.FL, "-0.5")
            .with(Tag.FLOAT_PIXEL_DATA, Vr.OF, "");
    assertThat(PixelPadding.of(floating)).contains(new PixelPadding(-0.5, -0.5));
  }

  private static DataSet image() {
    try {
      return Images.slice(0, 1);
    } catch (DicomException e) {
      throw new AssertionError(e);
    }
  }
}
