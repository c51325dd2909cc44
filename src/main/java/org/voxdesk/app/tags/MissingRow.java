package org.voxdesk.app.tags;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.ModuleAttributes;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;

/// An attribute that a module of the standard demands and none of the images has.
///
/// @param missing which attribute, and who demands it
public record MissingRow(ModuleAttributes.Missing missing) implements TagRow {
  /// The attribute.
  public Tag tag() {
    return missing.tag();
  }

  @Override
  public Key key() {
    return new Key(TagPath.of(tag()), 0);
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  @Override
  public List<TagRow> children() {
    return List.of();
  }

  @Override
  public String searched() {
    return names().toLowerCase(Locale.ROOT);
  }

  @Override
  public String names() {
    String digits = HexFormat.of().toHexDigits(tag().value());
    return String.join("\n", tag().toString(), digits, name());
  }

  /// The keyword.
  String name() {
    return Dictionary.standard().keyword(tag());
  }

  @Override
  public String values() {
    return "";
  }

  @Override
  public String vr() {
    return usualVr().name();
  }

  /// The VR that the dictionary gives it.
  Vr usualVr() {
    return Dictionary.standard().vr(tag());
  }

  @Override
  public boolean looksLike(TagRow other) {
    return equals(other);
  }
}
