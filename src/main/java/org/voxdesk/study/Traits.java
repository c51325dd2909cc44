package org.voxdesk.study;

import java.util.List;
import java.util.Locale;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// What an image says of itself that may tell the stacks of one series apart.
///
/// @param shape size, orientation and spacing
/// @param localizer whether Image Type says that the image is for finding one's way
/// @param type Image Type behind its first value, which only says ORIGINAL or DERIVED
/// @param echo Echo Numbers and Echo Time
/// @param kernel Convolution Kernel
/// @param acquisition Acquisition Number
/// @param temporal Temporal Position Identifier
/// @param diffusion Diffusion b-value
record Traits(
    Shape shape,
    boolean localizer,
    String type,
    Echo echo,
    String kernel,
    String acquisition,
    String temporal,
    String diffusion) {
  private static final Tag ECHO_TIME = Tag.of(0x0018, 0x0081);
  private static final Tag ECHO_NUMBERS = Tag.of(0x0018, 0x0086);
  private static final Tag DIFFUSION_B_VALUE = Tag.of(0x0018, 0x9087);
  private static final Tag TEMPORAL_POSITION_IDENTIFIER = Tag.of(0x0020, 0x0100);

  /// @param number Echo Numbers
  /// @param time Echo Time, milliseconds as the file writes them
  record Echo(String number, String time) {}

  static Traits of(Instance image) {
    DataSet dataSet = image.dataSet();
    List<String> type = dataSet.texts(Tag.IMAGE_TYPE);
    return new Traits(
        Shape.of(image),
        type.stream().anyMatch(value -> value.toUpperCase(Locale.ROOT).equals("LOCALIZER")),
        String.join(" ", type.subList(Math.min(1, type.size()), type.size())),
        new Echo(joined(dataSet, ECHO_NUMBERS), joined(dataSet, ECHO_TIME)),
        joined(dataSet, Tag.CONVOLUTION_KERNEL),
        joined(dataSet, Tag.ACQUISITION_NUMBER),
        joined(dataSet, TEMPORAL_POSITION_IDENTIFIER),
        joined(dataSet, DIFFUSION_B_VALUE).replaceAll("\\.0$", ""));
  }

  private static String joined(DataSet dataSet, Tag tag) {
    return String.join(" ", dataSet.texts(tag)).strip();
  }
}
