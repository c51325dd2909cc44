package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.pixel.VoiLut;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.Window;

/// What colour stands where on the bar.
final class ColorBarTest {
  private static int grey(ColorBar.Shown shown, double part) {
    return shown.rgb(part) & 0xFF;
  }

  @Test
  void coloursGoEvenlyOverALinearWindow() {
    var bar = new ColorBar.Shown(ColorMap.GREY, false, Optional.empty());
    assertThat(grey(bar, 0)).isZero();
    assertThat(grey(bar, 0.4)).isEqualTo(102);
    assertThat(grey(bar, 1)).isEqualTo(255);
    assertThat(grey(new ColorBar.Shown(ColorMap.GREY, true, Optional.empty()), 0)).isEqualTo(255);
  }

  @Test
  void aTableHasTheColoursOfItsEntries() throws DicomException {
    DataSet item =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.of(0x0028, 0x3002), Vr.US, "4\\100\\8")
            .with(Tag.of(0x0028, 0x3006), Vr.US, "0\\255\\128\\64");
    VoiLut lut =
        VoiLut.of(item, ImagePixel.of(SmallSeries.slice(0).dataSet()), ModalityTransform.IDENTITY);
    var bar = new ColorBar.Shown(ColorMap.GREY, false, Optional.of(Window.of(lut)));
    assertThat(grey(bar, 0.1)).isZero();
    assertThat(grey(bar, 0.3)).isEqualTo(255);
    assertThat(grey(bar, 0.6)).isEqualTo(128);
    assertThat(grey(bar, 0.9)).isEqualTo(64);
  }

  @Test
  void aSigmoidIsSteepestInTheMiddle() {
    Window window = new Window(40, 400, VoiFunction.SIGMOID);
    var bar = new ColorBar.Shown(ColorMap.GREY, false, Optional.of(window));
    assertThat(grey(bar, 0)).as("not black yet").isBetween(20, 40);
    assertThat(grey(bar, 0.5)).isBetween(127, 128);
    assertThat(grey(bar, 0.6) - grey(bar, 0.5)).isGreaterThan(grey(bar, 1) - grey(bar, 0.9));
  }
}
