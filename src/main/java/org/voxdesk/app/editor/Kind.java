package org.voxdesk.app.editor;

import org.voxdesk.dicom.Vr;

/// What one value is edited in.
enum Kind {
  /// A line of text.
  LINE,
  /// Several lines of text.
  LINES,
  /// A number, with its unit and range.
  NUMBER,
  /// Fields for the parts of a date, a time or both.
  DATE_TIME,
  /// A grid of groups and components.
  NAME,
  /// A number of days, weeks, months or years.
  AGE,
  /// A UID, with those that are registered.
  UID,
  /// A code string, with its terms.
  TERM,
  /// A tag, with the keywords of the standard.
  TAG,
  /// Bytes.
  BYTES;

  static Kind of(Vr vr) {
    return switch (vr) {
      case DA, TM, DT -> DATE_TIME;
      case PN -> NAME;
      case UI -> UID;
      case CS -> TERM;
      case AS -> AGE;
      case AT -> TAG;
      case IS, DS, US, SS, UL, SL, UV, SV, FL, FD -> NUMBER;
      case LT, ST, UT, UC, UR -> LINES;
      case AE, SH, LO -> LINE;
      case OB, OW, OF, OD, OL, OV, UN -> BYTES;
      case SQ -> throw new IllegalArgumentException("a sequence has items, not a value");
    };
  }
}
