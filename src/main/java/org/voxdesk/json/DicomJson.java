package org.voxdesk.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.text.Sentence;

/// Data sets in the DICOM JSON model (PS3.18 Annex F).
///
/// Text is Unicode, whatever character set it was in. A decimal or integer string is a number where
/// JSON writes that number with the same characters, else a string. Elements of unknown VR are
/// written as the dictionary understands them. What JSON cannot hold (fragments of pixel data,
/// bytes behind the last element, group lengths, a second element of the same tag) is left out.
public final class DicomJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private DicomJson() {}

  /// A data set as JSON.
  ///
  /// @param leftOut the elements that are not in it, because they are too long or JSON cannot hold
  ///   them
  public record Written(ObjectNode json, List<TagPath> leftOut) {
    public Written {
      leftOut = List.copyOf(leftOut);
    }

    /// The text of it, on several lines.
    public String text() {
      return DicomJson.text(json);
    }
  }

  /// The data set as JSON, without values of more than `inlineLimit` bytes.
  ///
  /// @throws DicomException if a value that was left in its file cannot be had any more
  public static Written write(DataSet dataSet, long inlineLimit) throws DicomException {
    var writer = new JsonWriter(inlineLimit);
    ObjectNode json = writer.write(dataSet);
    return new Written(json, writer.leftOut());
  }

  /// JSON on several lines.
  public static String text(JsonNode json) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of values can always be written", e);
    }
  }

  /// The data set that `text` describes, in explicit VR little endian; its text is in UTF-8, which
  /// it declares (ISO_IR 192) if any of it is not ASCII.
  ///
  /// @throws DicomException with one sentence, if it is no JSON, or no DICOM JSON; values that are
  ///   elsewhere (BulkDataURI) are not fetched but refused
  public static DataSet read(String text) throws DicomException {
    try {
      return read(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      var exception = new DicomException(Sentence.of("json.syntax", line, e.getOriginalMessage()));
      exception.initCause(e);
      throw exception;
    }
  }

  /// The data set that `json` describes, as [#read(String)] gives it.
  ///
  /// @throws DicomException with one sentence, if it is no DICOM JSON
  public static DataSet read(JsonNode json) throws DicomException {
    return new JsonReader(json).read();
  }
}
