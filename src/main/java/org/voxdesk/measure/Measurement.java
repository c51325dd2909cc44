package org.voxdesk.measure;

import java.util.UUID;

/// Something that was measured, or pointed at. Immutable.
///
/// @param id names it for as long as it exists, whatever becomes of it
/// @param anchor the image or plane it lies on, which says what the shape's coordinates count
/// @param text what the user calls it; empty where they call it nothing
public record Measurement(UUID id, Anchor anchor, Shape shape, String text) {
  /// One that is new and has no text.
  public static Measurement of(Anchor anchor, Shape shape) {
    return new Measurement(UUID.randomUUID(), anchor, shape, "");
  }

  public Measurement withShape(Shape changed) {
    return new Measurement(id, anchor, changed, text);
  }

  public Measurement withText(String changed) {
    return new Measurement(id, anchor, shape, changed);
  }
}
