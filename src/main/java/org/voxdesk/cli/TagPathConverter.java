package org.voxdesk.cli;

import org.voxdesk.dicom.TagPath;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads tags and paths of options.
final class TagPathConverter implements ITypeConverter<TagPath> {
  @Override
  public TagPath convert(String text) {
    return TagPath.parse(text)
        .orElseThrow(
            () -> new TypeConversionException("“" + text + "” is no tag, keyword or path"));
  }
}
