package org.voxdesk.app.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.pixel.EmbeddedOverlay;
import org.voxdesk.pixel.FileWindow;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.Overlay;
import org.voxdesk.pixel.Samples;
import org.voxdesk.pixel.VoiLut;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.text.Sentence;

/// What a file says of how a frame is to be looked at: windows, tables and overlays. What of it
/// makes no sense is left out, with the reason, since the image can be seen without.
final class SliceExtras {
  private final DataSet dataSet;
  private final ImagePixel image;
  private final List<Sentence> faults = new ArrayList<>();

  SliceExtras(DataSet dataSet, ImagePixel image) {
    this.dataSet = dataSet;
    this.image = image;
  }

  /// Why something has been left out until now.
  List<Sentence> faults() {
    return faults;
  }

  /// Looks for pixels that are drawn as if they were the least, being no numbers.
  void check(Samples samples) {
    long none = samples.notFinite();
    if (none > 0) {
      faults.add(Sentence.of("pixel.not.finite", none));
    }
  }

  /// The windows of the file, then its tables.
  List<NamedWindow> windows(ShownUnits units, ModalityTransform transform) {
    var windows = new ArrayList<NamedWindow>();
    for (FileWindow w : FileWindow.of(dataSet)) {
      windows.add(NamedWindow.ofFile(w.explanation(), units.shown(w)));
    }
    faults.addAll(FileWindow.unusable(dataSet));
    if (units.uptake() && !VoiLut.items(dataSet).isEmpty()) {
      faults.add(Sentence.of("suv.table"));
      return windows;
    }
    for (DataSet item : VoiLut.items(dataSet)) {
      try {
        windows.add(NamedWindow.of(VoiLut.of(item, image, transform)));
      } catch (DicomException e) {
        faults.add(e.sentence());
      }
    }
    return windows;
  }

  /// What all overlays together mark on image frame `frame`, counted from 0.
  Optional<OverlayMask> overlay(int frame) {
    List<Integer> groups = Overlay.groups(dataSet);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    byte[] marks = new byte[image.rows() * image.columns()];
    for (int group : groups) {
      try {
        mark(Overlay.of(dataSet, group), frame, marks);
      } catch (DicomException e) {
        faults.add(e.sentence());
      }
    }
    return Optional.of(new OverlayMask(image.columns(), image.rows(), marks));
  }

  private void mark(Overlay overlay, int frame, byte[] marks) throws DicomException {
    if (overlay.isEmbedded(dataSet)) {
      EmbeddedOverlay.mark(dataSet, overlay.group(), frame, marks);
    } else {
      overlay.mark(dataSet, frame, marks, image.rows(), image.columns());
    }
  }
}
