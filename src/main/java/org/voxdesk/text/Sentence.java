package org.voxdesk.text;

import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One sentence that can be said in every language of the program.
///
/// The words are in the resource bundle `sentences` beside this class, under `key`, in the syntax
/// of [MessageFormat]. Arguments are shown as their `toString`, or as the sentence where one is a
/// sentence itself; numbers are never grouped or rounded on the way. A whole number can choose
/// between words by `{0,choice,…}`, as English needs it for its plurals.
///
/// @param key the name of the sentence in the bundle
/// @param arguments what stands for {0}, {1}, …
public record Sentence(String key, List<Object> arguments) {
  private static final Format AS_IT_IS = new AsItIs();

  /// Shows an argument as its `toString`.
  private static final class AsItIs extends Format {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(Object argument, StringBuffer target, FieldPosition position) {
      return target.append(argument);
    }

    @Override
    public Object parseObject(String source, ParsePosition position) {
      throw new UnsupportedOperationException("sentences are only said");
    }
  }

  public Sentence {
    arguments = List.copyOf(arguments);
  }

  /// The sentence `key` about these arguments.
  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  /// The words in the language of `locale`, English where there is none.
  public String in(Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            "org.voxdesk.text.sentences",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Object[] words =
        arguments.stream().map(a -> a instanceof Sentence nested ? nested.in(locale) : a).toArray();
    var pattern = new MessageFormat(bundle.getString(key), locale);
    Format[] formats = pattern.getFormats();
    for (int i = 0; i < formats.length; i++) {
      if (formats[i] == null) {
        pattern.setFormat(i, AS_IT_IS);
      }
    }
    return pattern.format(words);
  }

  /// Which sentences these are, without what they are about: what may stand in a log.
  public String keys() {
    return Stream.concat(
            Stream.of(key),
            arguments.stream().filter(Sentence.class::isInstance).map(a -> ((Sentence) a).keys()))
        .collect(Collectors.joining(" "));
  }

  /// The words in English.
  @Override
  public String toString() {
    return in(Locale.ROOT);
  }
}
