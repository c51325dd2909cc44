package org.voxdesk.edit;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.FunctionalGroups;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.io.DicomFile;
import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.text.Sentence;

/// Sets every pixel below a threshold, in a range or in a region to one value, in grey images.
/// Nothing but those pixels changes in the file, except that compressed ones are decompressed.
///
/// Big pixel data stays on disk: the change is made each time the pixels are read or saved.
public final class ThresholdPixels implements Edit {
  private final double from;
  private final double below;
  private final double value;
  private final Units units;
  private final Optional<Map<String, PixelRegion>> regions;
  private final ConcurrentMap<Kind, PixelMap> maps = new ConcurrentHashMap<>();

  /// What threshold and value are counted in.
  public enum Units {
    /// As they are in the pixel data.
    STORED,
    /// After the modality transform: Hounsfield units for CT.
    OUTPUT
  }

  /// Images of one kind share one map.
  private record Kind(ImagePixel image, ModalityTransform transform) {}

  /// Sets pixels below `below` to `value`, both in `units`.
  public ThresholdPixels(double below, double value, Units units) {
    this(Double.NEGATIVE_INFINITY, below, value, units);
  }

  /// Sets pixels from `from` up to, but without, `below` to `value`, all in `units`.
  public ThresholdPixels(double from, double below, double value, Units units) {
    this(from, below, value, units, Optional.empty());
  }

  private ThresholdPixels(
      double from,
      double below,
      double value,
      Units units,
      Optional<Map<String, PixelRegion>> regions) {
    this.from = from;
    this.below = below;
    this.value = value;
    this.units = units;
    this.regions = regions.map(Map::copyOf);
  }

  /// Sets the pixels of these regions to `value`, whatever they are.
  ///
  /// @param regions by the SOP Instance UIDs of their images; other images stay as they are
  public static ThresholdPixels within(
      Map<String, PixelRegion> regions, double value, Units units) {
    return new ThresholdPixels(
        Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, value, units, Optional.of(regions));
  }

  /// Where the range begins; negative infinity where it has no lower end.
  public double from() {
    return from;
  }

  /// The regions that are set, by SOP Instance UIDs; empty where the range alone decides.
  public Optional<Map<String, PixelRegion>> regions() {
    return regions;
  }

  /// Where the range ends; infinity for regions.
  public double below() {
    return below;
  }

  /// What pixels of the range become.
  public double value() {
    return value;
  }

  public Units units() {
    return units;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ThresholdPixels that
        && Double.compare(that.from, from) == 0
        && Double.compare(that.below, below) == 0
        && Double.compare(that.value, value) == 0
        && that.units == units
        && that.regions.equals(regions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, below, value, units, regions);
  }

  @Override
  public DicomFile apply(DicomFile original) throws DicomException {
    Optional<PixelRegion> region =
        regions.map(all -> all.get(original.dataSet().text(Tag.SOP_INSTANCE_UID).orElse("")));
    if (regions.isPresent() && region.isEmpty()) {
      return original;
    }
    if (ImagePixel.isFloating(original.dataSet())) {
      throw new DicomException(Tag.FLOAT_PIXEL_DATA, Sentence.of("edit.only.grey"));
    }
    DicomFile file = Transcoding.to(original, Transcoding.Target.NONE);
    DataSet dataSet = file.dataSet();
    ImagePixel image = ImagePixel.of(dataSet);
    DataElement pixelData =
        dataSet
            .get(Tag.PIXEL_DATA)
            .orElseThrow(() -> new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.no.data")));
    boolean words = image.bitsAllocated() == 16;
    if (!image.isGrey() || (!words && image.bitsAllocated() != 8)) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("edit.only.grey"));
    }
    PixelMap map = map(image, transform(dataSet));
    long pixelBytes = (long) image.frameBytes() * image.frames();
    if (pixelData.length() < pixelBytes) {
      throw new DicomException(
          Tag.PIXEL_DATA, Sentence.of("pixel.truncated", pixelData.length(), pixelBytes));
    }
    requireStoredBits(file, image);
    return file.withDataSet(
        dataSet.with(changed(pixelData, new PixelChange(map, region), pixelBytes)));
  }

  /// Words that belie Bits Stored mean something else from frame to frame.
  private static void requireStoredBits(DicomFile file, ImagePixel image) throws DicomException {
    if (!image.signed() || image.bitsStored() == image.bitsAllocated()) {
      return;
    }
    var reader = new FrameReader();
    for (int number = 0; number < image.frames(); number++) {
      Frame frame = reader.read(file.dataSet(), file.transferSyntax(), number);
      if (!frame.image().equals(image)) {
        throw new DicomException(
            Tag.BITS_STORED, Sentence.of("edit.bits.belied", image.bitsStored()));
      }
    }
  }

  private ModalityTransform transform(DataSet dataSet) throws DicomException {
    if (units == Units.STORED) {
      return ModalityTransform.IDENTITY;
    }
    FunctionalGroups groups = FunctionalGroups.of(dataSet);
    ModalityTransform first = ModalityTransform.of(groups.of(0));
    for (int frame = 1; frame < groups.frames(); frame++) {
      if (!ModalityTransform.of(groups.of(frame)).equals(first)) {
        throw new DicomException(Tag.RESCALE_SLOPE, Sentence.of("edit.rescale.by.frame"));
      }
    }
    return first;
  }

  private PixelMap map(ImagePixel image, ModalityTransform transform) throws DicomException {
    var kind = new Kind(image, transform);
    PixelMap known = maps.get(kind);
    if (known != null) {
      return known;
    }
    int replacement =
        replacement(image, transform)
            .orElseThrow(
                () ->
                    new DicomException(
                        Tag.PIXEL_DATA, Sentence.of("edit.value.impossible", number(value))));
    PixelMap map = PixelMap.of(image, old -> isMeant(transform.apply(old)), replacement);
    maps.putIfAbsent(kind, map);
    return map;
  }

  /// The stored value, one that the pixels can hold, that means the wanted one; the first where a
  /// table has several.
  private OptionalInt replacement(ImagePixel image, ModalityTransform transform) {
    if (transform.table().isPresent()) {
      return PixelMap.storedValues(image).filter(s -> transform.apply(s) == value).findFirst();
    }
    double stored = Math.rint(transform.invert(value));
    return isSame(transform.apply(stored), value) && PixelMap.canHold(image, stored)
        ? OptionalInt.of((int) stored)
        : OptionalInt.empty();
  }

  private boolean isMeant(double output) {
    return output >= from && output < below;
  }

  /// Equal but for the rounding of a fractional slope.
  private static boolean isSame(double output, double wanted) {
    return Math.abs(output - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  }

  private static DataElement changed(DataElement pixelData, PixelChange change, long pixelBytes)
      throws DicomException {
    Value value =
        switch (pixelData.value()) {
          case Value.Bulk(BulkData data) ->
              new Value.Bulk(new MappedPixels(data, change, pixelData.order(), pixelBytes));
          case Value.Bytes(byte[] shared) -> {
            byte[] bytes = shared.clone();
            change.apply(bytes, 0, (int) Math.min(bytes.length, pixelBytes), pixelData.order(), 0);
            yield new Value.Bytes(bytes);
          }
          case Value.Items i ->
              throw new DicomException(Tag.PIXEL_DATA, Sentence.of("edit.only.grey"));
          case Value.Fragments f ->
              throw new DicomException(Tag.PIXEL_DATA, Sentence.of("edit.only.grey"));
        };
    return new DataElement(
        pixelData.tag(), pixelData.vr(), pixelData.order(), value, pixelData.framing());
  }

  @Override
  public Sentence label() {
    if (regions.isPresent()) {
      long pixels = regions.get().values().stream().mapToLong(PixelRegion::count).sum();
      return Sentence.of("edit.region", pixels, number(value));
    }
    return from == Double.NEGATIVE_INFINITY
        ? Sentence.of("edit.threshold", number(below), number(value))
        : Sentence.of("edit.threshold.range", number(from), number(below), number(value));
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
