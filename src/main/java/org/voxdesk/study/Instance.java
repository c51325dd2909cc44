package org.voxdesk.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.FunctionalGroups;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.io.DicomFile;

/// One file that was opened: an image, or another object of a series.
///
/// @param path where it is
/// @param file what is in it, big values still on disk
/// @param source what it was read from
public record Instance(Path path, DicomFile file, Source source) {
  /// One that was read from a file of its own.
  public Instance(Path path, DicomFile file) {
    this(path, file, Source.FILE);
  }

  public DataSet dataSet() {
    return file.dataSet();
  }

  /// How the pixel data is encoded.
  public TransferSyntax transferSyntax() {
    return file.transferSyntax();
  }

  /// The same instance with another data set.
  public Instance withFile(DicomFile changed) {
    return new Instance(path, changed, source);
  }

  /// A text of the data set, empty where it is absent.
  public String text(Tag tag) {
    return dataSet().text(tag).orElse("");
  }

  /// Instance Number; empty where it is absent or no number.
  public OptionalInt number() {
    return dataSet().integer(Tag.INSTANCE_NUMBER);
  }

  /// How many frames there are, at least 1.
  public int frames() {
    return Math.max(1, dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1));
  }

  /// The image as its functional groups describe one of its frames, counted from 0, its pixels
  /// still those of all; the image itself where it has no functional groups.
  public Instance described(int frame) {
    FunctionalGroups groups = FunctionalGroups.of(dataSet());
    return groups.isEmpty() ? this : withFile(file.withDataSet(groups.of(frame)));
  }

  /// True where there are pixels to look at, whole numbers or floating.
  public boolean hasPixels() {
    return dataSet().contains(Tag.PIXEL_DATA)
        || dataSet().contains(Tag.FLOAT_PIXEL_DATA)
        || dataSet().contains(Tag.DOUBLE_FLOAT_PIXEL_DATA);
  }

  /// Image Position (Patient): the centre of the first voxel, LPS millimetres; empty where it is
  /// absent or not three numbers.
  public Optional<double[]> position() {
    return numbers(Tag.IMAGE_POSITION_PATIENT, 3);
  }

  /// Image Orientation (Patient): the unit vectors along a row and along a column; empty where it
  /// is absent or not six numbers.
  public Optional<double[]> orientation() {
    return numbers(Tag.IMAGE_ORIENTATION_PATIENT, 6);
  }

  /// Pixel Spacing: between rows, then between columns, in millimetres; empty where it is absent or
  /// not two positive numbers.
  public Optional<double[]> pixelSpacing() {
    return numbers(Tag.PIXEL_SPACING, 2).filter(s -> s[0] > 0 && s[1] > 0);
  }

  private Optional<double[]> numbers(Tag tag, int count) {
    return Optional.of(dataSet().numbers(tag)).filter(n -> n.length == count);
  }
}
