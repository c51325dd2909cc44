package org.voxdesk.edit.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// How a condition compares one value of a file with one of the recipe.
public enum Comparison {
  /// The same text; of elements that hold numbers, the same number.
  IS("is"),
  /// The whole value matches a regular expression of Java, letter case ignored.
  MATCHES("matches"),
  /// The text is a part of the value, letter case ignored.
  CONTAINS("contains"),
  BELOW("below"),
  ABOVE("above"),
  AT_LEAST("atLeast"),
  AT_MOST("atMost");

  private static final int LETTERS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  /// What it is called in a recipe.
  public String word() {
    return word;
  }

  /// The comparison that is called so.
  static Optional<Comparison> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Comparison::word).toList();
  }

  /// Whether it is about numbers.
  boolean isNumeric() {
    return this == BELOW || this == ABOVE || this == AT_LEAST || this == AT_MOST;
  }

  boolean holds(String value, String wanted, boolean numeric) {
    return switch (this) {
      case IS -> value.equals(wanted) || (numeric && difference(value, wanted) == 0);
      case MATCHES -> pattern(wanted).matcher(value).matches();
      case CONTAINS -> Pattern.compile(wanted, LETTERS | Pattern.LITERAL).matcher(value).find();
      case BELOW -> difference(value, wanted) < 0;
      case ABOVE -> difference(value, wanted) > 0;
      case AT_LEAST -> difference(value, wanted) >= 0;
      case AT_MOST -> difference(value, wanted) <= 0;
    };
  }

  /// @throws java.util.regex.PatternSyntaxException if it is none
  static Pattern pattern(String text) {
    return Pattern.compile(text, LETTERS | Pattern.DOTALL);
  }

  /// Not a number, which is in no order, where one of them is none.
  private static double difference(String value, String wanted) {
    return number(value).orElse(Double.NaN) - number(wanted).orElse(Double.NaN);
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
