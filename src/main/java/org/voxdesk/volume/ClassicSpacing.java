package org.voxdesk.volume;

/// The spacing that the classic recipe reads from the headers, in millimetres; it is kept apart
/// from [Geometry] because the recipe takes other values than the standard means.
///
/// @param x the first value of Pixel Spacing, although the standard calls that the row spacing
/// @param y the second value of Pixel Spacing
/// @param z the absolute z difference of the image positions of the first two slices in Instance
///   Number order; 0 where they are equal, and then classic mode is refused
public record ClassicSpacing(double x, double y, double z) {}
