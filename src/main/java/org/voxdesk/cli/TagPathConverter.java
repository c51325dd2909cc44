package org.voxdesk.cli;

import org.voxdesk.dicom.TagPath;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.ITypeConverter;

/// Reads tags and paths of options.
final class TagPathConverter implements ITypeConverter<TagPath> {
  @Override
  public TagPath convert(String text) {
    return TagPath.parse(text)
        .orElseThrow(() -> new ValueException(Sentence.of("recipe.no.path", text)));
  }
}
