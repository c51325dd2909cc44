package org.voxdesk.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.ITypeConverter;

/// `TAG=VALUE` or `TAG:VR=VALUE`.
///
/// @param path the element
/// @param vr the VR that was named; empty to take the element's own or the dictionary's
/// @param value the value, as typed
record TagValue(TagPath path, Optional<Vr> vr, String value) {
  private static final Pattern FORM =
      Pattern.compile("([^=]+?)(?::([A-Z]{2}))?=(.*)", Pattern.DOTALL);

  /// Reads it from an option.
  static final class Converter implements ITypeConverter<TagValue> {
    @Override
    public TagValue convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new ValueException(Sentence.of("cli.value.tag", text));
      }
      TagPath path = new TagPathConverter().convert(matcher.group(1));
      Optional<Vr> vr = Optional.ofNullable(matcher.group(2)).flatMap(Vr::of);
      if (matcher.group(2) != null && vr.isEmpty()) {
        throw new ValueException(Sentence.of("recipe.no.vr", matcher.group(2)));
      }
      return new TagValue(path, vr, matcher.group(3));
    }
  }
}
