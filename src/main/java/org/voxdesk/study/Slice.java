package org.voxdesk.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.FunctionalGroups;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// One frame of an image: what a stack of slices is made of. A single image has one.
///
/// @param image the image
/// @param frame which of its frames, from 0
/// @param described the image with a data set that says of itself what the functional groups say of
///   this frame; its pixel data is still that of all frames
public record Slice(Instance image, int frame, Instance described) {
  /// Every frame of an image that has functional groups for it; else one that stands for all.
  static List<Slice> of(Instance image) {
    var groups = FunctionalGroups.of(image.dataSet());
    // Not as many as the image claims to have: nobody knows whether these are there.
    int frames = Math.min(image.frames(), groups.frames());
    if (frames == 0) {
      return List.of(new Slice(image, 0, image));
    }
    return IntStream.range(0, frames)
        .mapToObj(frame -> new Slice(image, frame, image.described(frame)))
        .toList();
  }

  /// Where the file is.
  public Path path() {
    return image.path();
  }

  /// What holds for this frame.
  public DataSet dataSet() {
    return described.dataSet();
  }

  /// A text that holds for this frame, empty where it is absent.
  public String text(Tag tag) {
    return described.text(tag);
  }

  /// Instance Number of the image.
  public OptionalInt number() {
    return image.number();
  }

  /// Where it is, as [Instance#position] says.
  public Optional<double[]> position() {
    return described.position();
  }

  /// How it lies, as [Instance#orientation] says.
  public Optional<double[]> orientation() {
    return described.orientation();
  }

  /// Its pixels, as [Instance#pixelSpacing] says.
  public Optional<double[]> pixelSpacing() {
    return described.pixelSpacing();
  }

  /// What a sentence calls it: the file, and the frame where there are several.
  public Object name() {
    return image.frames() == 1 ? path() : Sentence.of("slice.frame", path(), frame + 1);
  }
}
