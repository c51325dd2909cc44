package org.voxdesk.app.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.PlaneCut;
import org.voxdesk.app.slice.SliceValues;
import org.voxdesk.dicom.Tag;
import org.voxdesk.measure.Anchor;
import org.voxdesk.measure.Finding;
import org.voxdesk.measure.Finding.Quantity;
import org.voxdesk.measure.Findings;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.PixelValues;
import org.voxdesk.measure.Plane;
import org.voxdesk.measure.Point;
import org.voxdesk.measure.Scale;
import org.voxdesk.measure.Shape;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.PlaneInterpolation;
import org.voxdesk.volume.Slab;
import org.voxdesk.volume.SlicePlane;
import org.voxdesk.volume.Voxel;

/// A slice as the ground that measurements lie on. Shapes on it are in its column and row indices.
///
/// @param seriesUid the series it belongs to, as that was read
/// @param anchor what is measured on it is bound to
record Ground(LoadedSlice slice, String seriesUid, Anchor anchor) {
  /// How far from a plane something may lie to be on it.
  private static final double NEAR_MM = 0.5;

  /// The ground that a slice is; empty for a plane through images that does not say where it lies.
  ///
  /// @param read the slice's image as it was read: edits of its UIDs do not move what was measured
  static Optional<Ground> of(LoadedSlice slice, Instance read) {
    String series = read.text(Tag.SERIES_INSTANCE_UID);
    if (slice.frame().isPresent()) {
      Anchor image = new Anchor.OnImage(read.text(Tag.SOP_INSTANCE_UID), slice.frame().getAsInt());
      return Optional.of(new Ground(slice, series, image));
    }
    return slice
        .place()
        .map(
            place -> {
              SlicePlane plane = place.plane();
              Plane free =
                  new Plane(place.position(0), plane.rowDirection(), plane.columnDirection());
              String frame = read.text(Tag.FRAME_OF_REFERENCE_UID);
              return new Ground(slice, series, new Anchor.InSpace(frame, free));
            });
  }

  /// How far its pixels are apart: by its place in the patient, else by Pixel Spacing.
  Scale scale() {
    Optional<SlicePlane> plane = slice.place().map(Geometry::plane);
    if (plane.isPresent()) {
      return Scale.millimetres(plane.get().columnSpacing(), plane.get().rowSpacing());
    }
    return slice
        .described()
        .pixelSpacing()
        .filter(s -> slice.frame().isPresent())
        .map(s -> Scale.millimetres(s[1], s[0]))
        .orElse(Scale.PIXELS);
  }

  /// Something new on this ground.
  Measurement measured(Shape shape) {
    return switch (anchor) {
      case Anchor.OnImage image -> Measurement.of(image, shape);
      case Anchor.InSpace space -> Measurement.of(space, onPlane(space.plane(), shape));
    };
  }

  /// The measurement with another shape on this ground.
  Measurement changed(Measurement measurement, Shape shape) {
    return switch (measurement.anchor()) {
      case Anchor.OnImage image -> measurement.withShape(shape);
      case Anchor.InSpace(String frame, Plane plane) ->
          measurement.withShape(onPlane(plane, shape));
    };
  }

  private Shape onPlane(Plane plane, Shape shape) {
    Geometry place = slice.place().orElseThrow();
    return shape.mapped(p -> plane.point(place.lps(p.x(), p.y(), 0)));
  }

  /// The shape of a measurement on this ground; empty where it does not lie on it.
  Optional<Shape> shape(Measurement measurement) {
    return switch (measurement.anchor()) {
      case Anchor.OnImage image ->
          image.equals(anchor) ? Optional.of(measurement.shape()) : Optional.empty();
      case Anchor.InSpace(String frame, Plane plane) ->
          slice
              .place()
              .filter(place -> frame.equals(slice.instance().text(Tag.FRAME_OF_REFERENCE_UID)))
              .filter(
                  place ->
                      measurement.shape().points().stream()
                          .allMatch(p -> distance(place, plane, p) <= NEAR_MM))
              .map(place -> measurement.shape().mapped(p -> index(place, plane, p)));
    };
  }

  private static double distance(Geometry place, Plane plane, Point point) {
    return Math.abs(place.index(plane.lps(point)).k()) * place.sliceSpacing();
  }

  private static Point index(Geometry place, Plane plane, Point point) {
    Voxel voxel = place.index(plane.lps(point));
    return new Point(voxel.i(), voxel.j());
  }

  /// What a shape on this ground comes to.
  List<Finding> findings(Shape shape) {
    List<Finding> findings =
        Findings.of(shape, scale(), SliceValues.of(slice).map(PixelValues.class::cast));
    boolean ofPixels = findings.stream().anyMatch(f -> f.quantity() == Quantity.MEAN);
    return slice.cut().isPresent() && ofPixels
        ? Stream.concat(findings.stream(), sampling(slice.cut().get())).toList()
        : findings;
  }

  /// How the values of a plane came about, as far as that is not usual.
  private static Stream<Finding> sampling(PlaneCut cut) {
    Stream<Finding> nearest =
        cut.how() == PlaneInterpolation.NEAREST
            ? Stream.of(new Finding(Quantity.NEAREST, Double.NaN, ""))
            : Stream.of();
    return Stream.concat(nearest, cut.slab().mm() > 0 ? Stream.of(layer(cut.slab())) : Stream.of());
  }

  private static Finding layer(Slab slab) {
    Quantity quantity =
        switch (slab.kind()) {
          case MEAN -> Quantity.SLAB_MEAN;
          case MAXIMUM -> Quantity.SLAB_MAXIMUM;
          case MINIMUM -> Quantity.SLAB_MINIMUM;
        };
    return new Finding(quantity, slab.mm(), "mm");
  }

  /// Whether numbers found here are those of `other` too, and need not be found again.
  @SuppressWarnings("ReferenceEquality") // Pixels of another plane may lie in the same memory.
  boolean isSame(Ground other) {
    return slice.frame().isPresent()
        ? anchor.equals(other.anchor)
            && slice.instance().dataSet() == other.slice.instance().dataSet()
        : slice.pixels() == other.slice.pixels();
  }
}
