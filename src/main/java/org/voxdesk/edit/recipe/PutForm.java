package org.voxdesk.edit.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.PrivateBlock;
import org.voxdesk.edit.PutElement;
import org.voxdesk.json.DicomJson;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Whole elements in recipes: DICOM JSON, in which any value may also be given as its bytes
/// (`InlineBinary`), which is how padding that is out of the ordinary is kept.
final class PutForm {
  /// Bytes of one value that a recipe may hold.
  private static final long LARGEST = 64L << 20;

  private PutForm() {}

  /// The edit itself, if its form holds all of it.
  static PutElement recordable(PutElement put) throws ExplainedException {
    write(put);
    return put;
  }

  /// @throws ExplainedException if the element is too big or JSON cannot hold it
  static ObjectNode write(PutElement put) throws ExplainedException {
    DataSet content = put.content();
    Tag tag = put.path().tag();
    DataElement element = content.get(tag).orElseThrow();
    DataSet alone =
        DataSet.of(content.encoding(), List.of(element), new byte[0])
            .inheriting(content.characterSet())
            .in(Encoding.EXPLICIT_LITTLE);
    DicomJson.Written written = DicomJson.write(alone, LARGEST);
    if (!written.leftOut().isEmpty()) {
      throw new ExplainedException(Sentence.of("recipe.not.recordable", put.path()));
    }
    ObjectNode json = exact(alone.get(tag).orElseThrow(), written.json());
    if (content.privateCreator(tag).isEmpty()) {
      return json;
    }
    DataElement creator = content.get(PrivateBlock.creator(tag)).orElseThrow();
    DataSet owner =
        DataSet.of(content.encoding(), List.of(creator), new byte[0])
            .inheriting(content.characterSet());
    ObjectNode owned = DicomJson.write(owner.in(Encoding.EXPLICIT_LITTLE), LARGEST).json();
    owned.setAll(json);
    return owned;
  }

  /// With the bytes themselves where the values alone would not give them back, or another VR.
  private static ObjectNode exact(DataElement element, ObjectNode json) throws DicomException {
    Vr vr = element.vr();
    if (vr == Vr.SQ) {
      return json;
    }
    byte[] bytes = bytes(element);
    boolean ascii = true;
    for (byte b : bytes) {
      ascii &= b >= 0;
    }
    DataElement read = DicomJson.read(json).get(element.tag()).orElseThrow();
    boolean same = read.vr() == vr && Arrays.equals(bytes(read), bytes);
    if (same || (vr.kind() == Vr.Kind.LOCAL_TEXT && !ascii)) {
      return json;
    }
    ObjectNode inline = JsonNodeFactory.instance.objectNode();
    inline
        .putObject(HexFormat.of().withUpperCase().toHexDigits(element.tag().value()))
        .put("vr", vr.name())
        .put("InlineBinary", Base64.getEncoder().encodeToString(bytes));
    return inline;
  }

  private static byte[] bytes(DataElement element) throws DicomException {
    try {
      return element.bytes();
    } catch (IOException e) {
      var exception =
          new DicomException(element.tag(), Sentence.of("json.unreadable", element.tag()));
      exception.initCause(e);
      throw exception;
    }
  }

  /// The edits that put these elements into the data set that `steps` lead to; creators go with the
  /// elements that they own.
  ///
  /// @throws DicomException if it is no DICOM JSON
  static List<PutElement> read(JsonNode json, List<TagPath.Step> steps) throws DicomException {
    DataSet content = DicomJson.read(json);
    var puts = new ArrayList<PutElement>();
    for (DataElement element : content.elements()) {
      String name = HexFormat.of().withUpperCase().toHexDigits(element.tag().value());
      boolean declared = json.has(name) || json.has(name.toLowerCase(Locale.ROOT));
      if (declared && !PrivateBlock.isOwning(element.tag(), content)) {
        puts.add(new PutElement(new TagPath(steps, element.tag()), content));
      }
    }
    return puts;
  }
}
