package org.voxdesk.app.cubes;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.CubeFormat;

/// Boxes to tick for what cubes are written as; the last one that is ticked stays.
final class FormatBoxes {
  private FormatBoxes() {}

  static CheckBox box(
      Services services, CubeFormat format, ObjectProperty<Set<CubeFormat>> formats) {
    CheckBox box = new CheckBox(name(services, format));
    box.setMnemonicParsing(false);
    box.setTooltip(new Tooltip(services.text(why(format))));
    box.setAccessibleText(name(services, format) + ". " + services.text(why(format)));
    box.setId("cubes-format-" + format);
    box.setSelected(formats.get().contains(format));
    formats.addListener((property, was, is) -> box.setSelected(is.contains(format)));
    box.setOnAction(
        event -> {
          Set<CubeFormat> now = EnumSet.copyOf(formats.get());
          if (box.isSelected()) {
            now.add(format);
          } else {
            now.remove(format);
          }
          if (now.isEmpty()) {
            box.setSelected(true);
          } else {
            formats.set(now);
          }
        });
    return box;
  }

  private static String name(Services services, CubeFormat format) {
    return switch (format) {
      case MOSAIC -> services.text("cubes.format.mosaic");
      case PNG -> services.text("cubes.format.png");
      case NPY -> "npy";
      case NPZ -> "npz";
      case NIFTI -> "NIfTI";
      case NRRD -> "NRRD";
      case DICOM -> "DICOM";
    };
  }

  private static String why(CubeFormat format) {
    return switch (format) {
      case MOSAIC -> "cubes.format.mosaic.why";
      case PNG -> "cubes.format.png.why";
      case NPY -> "cubes.format.npy.why";
      case NPZ -> "cubes.format.npz.why";
      case NIFTI -> "cubes.format.nifti.why";
      case NRRD -> "cubes.format.nrrd.why";
      case DICOM -> "cubes.format.dicom.why";
    };
  }
}
