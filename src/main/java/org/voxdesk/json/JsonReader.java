package org.voxdesk.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Makes a data set of one JSON tree (PS3.18 F.2).
final class JsonReader {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  /// What may stand for a byte that is no character; any other backslash separates values.
  private static final Pattern ESCAPE = Pattern.compile("\\\\x[0-9A-F]{2}");

  private final JsonNode json;
  private final boolean unicode;

  JsonReader(JsonNode json) {
    this.json = json;
    this.unicode = isUnicode(json);
  }

  private static boolean isUnicode(JsonNode node) {
    if (node.isTextual()) {
      return !node.textValue().chars().allMatch(c -> c < 128);
    }
    for (JsonNode child : node) {
      if (isUnicode(child)) {
        return true;
      }
    }
    return false;
  }

  DataSet read() throws DicomException {
    DataSet read = dataSet(json);
    return unicode && !read.contains(Tag.SPECIFIC_CHARACTER_SET)
        ? read.with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, CharacterSet.UTF_8.term())
        : read;
  }

  private DataSet dataSet(JsonNode object) throws DicomException {
    if (!object.isObject()) {
      throw new DicomException(Sentence.of("json.no.object"));
    }
    var elements = new TreeMap<Tag, DataElement>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (name.length() != 8 || !name.chars().allMatch(HexFormat::isHexDigit)) {
        throw new DicomException(Sentence.of("json.no.tag", name));
      }
      Tag tag = new Tag(HexFormat.fromHexDigits(name));
      if (!tag.isGroupLength()) {
        elements.put(tag, element(tag, field.getValue()));
      }
    }
    return DataSet.of(Encoding.EXPLICIT_LITTLE, List.copyOf(elements.values()), new byte[0]);
  }

  private DataElement element(Tag tag, JsonNode described) throws DicomException {
    Optional<Vr> vr = Vr.of(described.path("vr").asText(""));
    if (vr.isEmpty()) {
      throw new DicomException(tag, Sentence.of("json.no.vr", tag));
    }
    if (described.has("BulkDataURI")) {
      throw new DicomException(tag, Sentence.of("json.elsewhere", tag));
    }
    return DataElement.of(tag, vr.get(), ORDER, value(tag, vr.get(), described));
  }

  private Value value(Tag tag, Vr vr, JsonNode described) throws DicomException {
    JsonNode values = described.path("Value");
    if (!values.isMissingNode() && (!values.isArray() || vr.kind() == Vr.Kind.BINARY)) {
      throw new DicomException(tag, Sentence.of("json.value", tag, vr));
    }
    if (vr == Vr.SQ) {
      return new Value.Items(items(values));
    }
    if (described.has("InlineBinary")) {
      return new Value.Bytes(binary(tag, vr, described.get("InlineBinary")));
    }
    if (tag.equals(Tag.SPECIFIC_CHARACTER_SET) && unicode) {
      return text(tag, vr, CharacterSet.UTF_8.term());
    }
    var texts = new ArrayList<String>();
    for (JsonNode value : values) {
      texts.add(vr == Vr.PN ? name(tag, value) : text(tag, vr, value));
    }
    if (vr == Vr.FL || vr == Vr.FD) {
      return reals(tag, vr, texts);
    }
    if (!vr.allowsMultiple() && texts.size() > 1) {
      throw new DicomException(tag, Sentence.of("json.value", tag, vr));
    }
    return text(tag, vr, String.join("\\", texts));
  }

  private static Value text(Tag tag, Vr vr, String text) throws DicomException {
    return new Value.Bytes(
        ValueText.encode(tag, vr, text, CharacterSet.UTF_8, ORDER, Checking.STORABLE));
  }

  private List<Value.Item> items(JsonNode values) throws DicomException {
    var items = new ArrayList<Value.Item>();
    for (JsonNode value : values) {
      items.add(new Value.Item(dataSet(value), Framing.NONE));
    }
    return items;
  }

  private static byte[] binary(Tag tag, Vr vr, JsonNode inline) throws DicomException {
    try {
      byte[] bytes = Base64.getDecoder().decode(inline.asText("").replaceAll("\\s", ""));
      if (bytes.length % vr.unit() != 0) {
        throw new DicomException(tag, Sentence.of("json.value", tag, vr));
      }
      return Arrays.copyOf(bytes, (bytes.length + 1) & ~1);
    } catch (IllegalArgumentException e) {
      var exception = new DicomException(tag, Sentence.of("json.value", tag, vr));
      exception.initCause(e);
      throw exception;
    }
  }

  private static String text(Tag tag, Vr vr, JsonNode value) throws DicomException {
    String text = value.isNull() ? "" : value.asText();
    boolean splitting =
        vr.allowsMultiple() && ESCAPE.matcher(text).replaceAll("").indexOf('\\') >= 0;
    if (splitting || value.isContainerNode() || value.isBoolean()) {
      throw new DicomException(tag, Sentence.of("json.value", tag, vr));
    }
    return text;
  }

  /// An object of groups; a plain string is what some programs write.
  private static String name(Tag tag, JsonNode value) throws DicomException {
    if (!value.isObject()) {
      return text(tag, Vr.PN, value);
    }
    String groups =
        String.join(
            "=",
            text(tag, Vr.PN, value.path("Alphabetic")),
            text(tag, Vr.PN, value.path("Ideographic")),
            text(tag, Vr.PN, value.path("Phonetic")));
    return groups.replaceAll("=+$", "");
  }

  private static Value reals(Tag tag, Vr vr, List<String> texts) throws DicomException {
    var buffer = ByteBuffer.allocate(texts.size() * vr.unit()).order(ORDER);
    for (String text : texts) {
      try {
        double number =
            switch (text) {
              case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
              case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
              default -> Double.parseDouble(text);
            };
        if (vr == Vr.FL) {
          // Twice rounded is not rounded well: a float is read as one.
          buffer.putFloat(Double.isFinite(number) ? Float.parseFloat(text) : (float) number);
        } else {
          buffer.putDouble(number);
        }
      } catch (NumberFormatException e) {
        var exception = new DicomException(tag, Sentence.of("json.value", tag, vr));
        exception.initCause(e);
        throw exception;
      }
    }
    return new Value.Bytes(buffer.array());
  }
}
