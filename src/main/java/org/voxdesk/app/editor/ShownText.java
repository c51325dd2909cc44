package org.voxdesk.app.editor;

import java.util.function.IntUnaryOperator;
import java.util.stream.Collector;

/// A value as text controls can hold it, which know one kind of line break and drop control
/// characters: these are shown as the pictures Unicode has of them (␀ to ␟, ␡), and come back as
/// what they were.
///
/// @param lineBreak what a new line is in the value
/// @param multiline whether the control has several lines
record ShownText(String lineBreak, boolean multiline) {
  /// The usual line break of DICOM text (PS3.5 6.1.3).
  private static final String CR_LF = "\r\n";

  private static final int PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int DELETE = 0x7F;

  /// How `value` is to be shown in a control of one line or several.
  static ShownText of(String value, boolean multiline) {
    boolean plainFeeds = value.indexOf('\n') >= 0 && !value.contains(CR_LF);
    return new ShownText(plainFeeds ? "\n" : CR_LF, multiline);
  }

  /// False for the rare value that has such pictures itself, which would come back as control
  /// characters.
  static boolean canShow(String value) {
    return value.chars().noneMatch(ShownText::isPicture);
  }

  /// What a control shows for `value`.
  String shown(String value) {
    String lines = multiline ? value.replace(lineBreak, "\n") : value;
    // A feed that is no line break of this value cannot be told from one: it is shown beside it.
    String feeds =
        multiline && lineBreak.equals(CR_LF) && value.replace(CR_LF, "").indexOf('\n') >= 0
            ? value.replace("\n", "␊").replace("\r␊", "\n")
            : lines;
    return mapped(feeds, this::picture);
  }

  /// The value that a control shows as `shown`.
  String value(String shown) {
    String lines = multiline ? shown.replace("\n", lineBreak) : shown;
    return mapped(lines, ShownText::character);
  }

  private int picture(int character) {
    if (multiline && (character == '\n' || character == '\t')) {
      return character;
    }
    if (character == DELETE) {
      return DELETE_PICTURE;
    }
    return character < ' ' ? PICTURES + character : character;
  }

  private static int character(int picture) {
    if (!isPicture(picture)) {
      return picture;
    }
    return picture == DELETE_PICTURE ? DELETE : picture - PICTURES;
  }

  private static boolean isPicture(int character) {
    return (character >= PICTURES && character < PICTURES + ' ') || character == DELETE_PICTURE;
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    return text.codePoints()
        .map(mapping)
        .boxed()
        .collect(
            Collector.of(
                StringBuilder::new,
                StringBuilder::appendCodePoint,
                StringBuilder::append,
                StringBuilder::toString));
  }
}
