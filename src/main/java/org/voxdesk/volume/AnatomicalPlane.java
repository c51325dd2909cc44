package org.voxdesk.volume;

/// The three planes that people look at, named by what they cut.
///
/// They are drawn as seen from the feet, from the front and from the patient's left.
public enum AnatomicalPlane {
  /// Right is the patient's left, down is the back.
  AXIAL,
  /// Right is the patient's left, down are the feet.
  CORONAL,
  /// Right is the back, down are the feet.
  SAGITTAL
}
