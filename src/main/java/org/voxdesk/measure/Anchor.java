package org.voxdesk.measure;

/// What a measurement was made on, which says what its coordinates count.
public sealed interface Anchor {
  /// A frame of a stored image; points are its column and row indices.
  ///
  /// @param frame counted from 0
  record OnImage(String sopInstanceUid, int frame) implements Anchor {
    public OnImage {
      if (frame < 0) {
        throw new IllegalArgumentException("frame " + frame);
      }
    }
  }

  /// A plane through the patient, such as one through a volume; points are millimetres on it.
  ///
  /// @param frameOfReferenceUid the coordinate system that the plane's LPS places are in; empty
  ///   where the images name none
  record InSpace(String frameOfReferenceUid, Plane plane) implements Anchor {}
}
