package org.voxdesk.app.slice;

import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.pixel.FileWindow;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.Suv;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.Window;
import org.voxdesk.text.Sentence;

/// The unit in which values are shown: that of the modality transform, but uptake values for a PET
/// image whose header allows them, in everything alike: windows, probe, measurements, thresholds.
///
/// @param perOutput shown units for each output unit of the modality transform; 1 unless uptake
/// @param uptake whether they are uptake values
/// @param problem why the values of a PET image are not uptake values; empty for all others
record ShownUnits(double perOutput, boolean uptake, Optional<Sentence> problem) {
  static final String UPTAKE = "SUVbw";
  private static final ShownUnits OUTPUT = new ShownUnits(1, false, Optional.empty());

  /// Those of an image, or of one frame as it is described.
  static ShownUnits of(DataSet dataSet) {
    if (!Suv.isAsked(dataSet)) {
      return OUTPUT;
    }
    return switch (Suv.of(dataSet)) {
      case Suv.Known(double factor) -> new ShownUnits(factor, true, Optional.empty());
      case Suv.Unknown(Sentence reason) -> new ShownUnits(1, false, Optional.of(reason));
    };
  }

  /// From what `outputs` takes to shown values.
  ModalityTransform shown(ModalityTransform outputs) {
    return uptake && outputs.table().isEmpty()
        ? new ModalityTransform(
            outputs.slope() * perOutput, outputs.intercept() * perOutput, UPTAKE)
        : outputs;
  }

  /// A window of the file, which counts in output units.
  Window shown(FileWindow window) {
    if (!uptake) {
      return new Window(window.center(), window.width(), window.function());
    }
    // The linear function is half a unit off, and a unit narrower, which is no unit of uptake.
    boolean linear = window.function() == VoiFunction.LINEAR;
    double center = linear ? window.center() - 0.5 : window.center();
    double width = linear ? Math.max(window.width() - 1, 0.5) : window.width();
    return new Window(
        center * perOutput,
        width * perOutput,
        linear ? VoiFunction.LINEAR_EXACT : window.function());
  }
}
