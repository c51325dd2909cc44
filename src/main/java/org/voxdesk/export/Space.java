package org.voxdesk.export;

/// What the numbers mean that say where a cube lies.
enum Space {
  /// Millimetres in the patient.
  PATIENT,
  /// Voxels of a stack of pictures, of which nobody knows where they lie and how large they are.
  VOXELS
}
