package org.voxdesk.edit.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// A value with values of the same file in it: `{StudyDate}` stands for that value, `{{` for a
/// brace.
///
/// @param parts what it is put together from
public record Template(List<Part> parts) {
  /// A piece of the value.
  public sealed interface Part {
    record Literal(String text) implements Part {}

    record Inserted(RecipePath path) implements Part {}
  }

  public Template {
    parts = List.copyOf(parts);
  }

  /// The value `text`, braces and all.
  public static Template literal(String text) {
    return new Template(List.of(new Part.Literal(text)));
  }

  /// @throws RecipeException if a brace is not closed, or what is in it is no path
  static Template parse(String text, int line) throws RecipeException {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) != '{') {
        literal.append(text.charAt(at));
      } else if (text.startsWith("{{", at)) {
        literal.append('{');
        at++;
      } else {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw new RecipeException(line, Sentence.of("recipe.brace", text));
        }
        add(parts, literal);
        parts.add(new Part.Inserted(Words.path(text.substring(at + 1, end), line)));
        at = end;
      }
    }
    add(parts, literal);
    return parts.isEmpty() ? literal("") : new Template(parts);
  }

  private static void add(List<Part> parts, StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /// The value, where it is the same in every file.
  public Optional<String> fixed() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Literal(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The value for this file.
  ///
  /// @throws DicomException if an element whose value is to be inserted is absent
  String in(DicomFile file) throws DicomException {
    var text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Literal(String literal) -> literal;
            case Part.Inserted(RecipePath path) -> value(path, file);
          });
    }
    return text.toString();
  }

  private static String value(RecipePath path, DicomFile file) throws DicomException {
    RecipePath.Found found =
        path.find(file).orElseThrow(() -> new DicomException(Sentence.of("recipe.absent", path)));
    return String.join(
        "\\",
        ValueText.values(
            found.holder().understood(found.element()), found.holder().characterSet()));
  }

  /// As it is written in a recipe.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal.replace("{", "{{"));
        case Part.Inserted(RecipePath path) -> text.append('{').append(path).append('}');
      }
    }
    return text.toString();
  }
}
