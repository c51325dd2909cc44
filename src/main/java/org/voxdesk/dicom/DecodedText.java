package org.voxdesk.dicom;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What bytes have been decoded to.
///
/// @param values what backslashes separate; only characters separate, neither the byte 5C inside
///   another character nor the escape of a byte does
/// @param complete false when bytes could not be decoded and are there as `\xHH`
record DecodedText(List<String> values, boolean complete) {
  DecodedText {
    values = List.copyOf(values);
  }

  String text() {
    return String.join("\\", values);
  }

  /// Puts values together, character by character.
  static final class Builder {
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private boolean complete = true;

    void add(char character) {
      if (character == '\\') {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(character);
      }
    }

    void escape(byte undecodable) {
      value.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(undecodable));
      complete = false;
    }

    DecodedText done() {
      values.add(value.toString());
      return new DecodedText(values, complete);
    }
  }
}
