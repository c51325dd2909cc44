package org.voxdesk.dicom;

/// What a typed value has to satisfy.
public enum Checking {
  /// Every rule of its VR (PS3.5 6.2).
  RULES,
  /// No more than that its bytes can hold it: for text that the character set has its characters,
  /// for numbers that they fit. For users who know that they break a rule.
  STORABLE
}
