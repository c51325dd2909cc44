package org.voxdesk.dicom;

import java.util.List;
import java.util.Optional;

/// The functional groups of a multi-frame image (PS3.3 C.7.6.16): what holds for one frame, be it
/// said of that frame or of all of them, as a single image would say it.
public final class FunctionalGroups {
  private static final Tag SHARED = Tag.of(0x5200, 0x9229);
  private static final Tag PER_FRAME = Tag.of(0x5200, 0x9230);

  /// The groups that say where a frame lies and what its values mean: Pixel Measures, Plane
  /// Position (Patient), Plane Orientation (Patient), Pixel Value Transformation, Frame VOI LUT.
  private static final List<Tag> GROUPS =
      List.of(
          Tag.of(0x0028, 0x9110),
          Tag.of(0x0020, 0x9113),
          Tag.of(0x0020, 0x9116),
          Tag.of(0x0028, 0x9145),
          Tag.of(0x0028, 0x9132));

  private final DataSet whole;
  private final Optional<DataSet> shared;
  private final List<DataSet> perFrame;

  private FunctionalGroups(DataSet whole) {
    this.whole = whole;
    this.shared = whole.items(SHARED).stream().findFirst();
    this.perFrame = whole.items(PER_FRAME);
  }

  /// Those of an image; none where it has no functional groups.
  public static FunctionalGroups of(DataSet dataSet) {
    return new FunctionalGroups(dataSet);
  }

  /// Whether the image says everything of itself.
  public boolean isEmpty() {
    return shared.isEmpty() && perFrame.isEmpty();
  }

  /// For how many frames there are groups.
  public int frames() {
    return perFrame.size();
  }

  /// The data set with the elements of frame `frame`, counted from 0, in place of what it says of
  /// itself; the data set as it is where there are no groups.
  public DataSet of(int frame) {
    DataSet described = whole;
    for (Tag group : GROUPS) {
      Optional<DataSet> item = Optional.empty();
      if (frame < perFrame.size()) {
        item = perFrame.get(frame).items(group).stream().findFirst();
      }
      item = item.or(() -> shared.flatMap(all -> all.items(group).stream().findFirst()));
      for (DataElement element : item.map(DataSet::elements).orElse(List.of())) {
        described = described.with(element);
      }
    }
    return described;
  }
}
