package org.voxdesk.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Makes JSON of one data set (PS3.18 F.2).
final class JsonWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
  private static final List<String> GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

  private final long inlineLimit;
  private final List<TagPath> leftOut = new ArrayList<>();
  private boolean unicode;

  JsonWriter(long inlineLimit) {
    this.inlineLimit = inlineLimit;
  }

  List<TagPath> leftOut() {
    return leftOut;
  }

  ObjectNode write(DataSet dataSet) throws DicomException {
    // Numbers inline are in little endian (PS3.18 F.2.7).
    ObjectNode json = write(dataSet.in(Encoding.EXPLICIT_LITTLE), TagPath::of);
    if (unicode) {
      declare(json);
    }
    return json;
  }

  private ObjectNode write(DataSet dataSet, Function<Tag, TagPath> path) throws DicomException {
    ObjectNode json = NODES.objectNode();
    for (DataElement element : dataSet.elements()) {
      String name = HexFormat.of().withUpperCase().toHexDigits(element.tag().value());
      ObjectNode described = NODES.objectNode();
      boolean complete =
          !json.has(name)
              && describe(
                  dataSet, dataSet.understood(element), path.apply(element.tag()), described);
      if (complete) {
        json.set(name, described);
      } else if (!element.tag().isGroupLength()) {
        leftOut.add(path.apply(element.tag()));
      }
    }
    return json;
  }

  /// @return false if the element has to be left out
  private boolean describe(DataSet holder, DataElement element, TagPath path, ObjectNode into)
      throws DicomException {
    if (element.tag().isGroupLength() || element.length() > inlineLimit) {
      return false;
    }
    if (element.value() instanceof Value.Items) {
      into.put("vr", Vr.SQ.name());
      List<DataSet> items = holder.items(element.tag());
      ArrayNode values = NODES.arrayNode();
      for (int i = 0; i < items.size(); i++) {
        int item = i;
        values.add(write(items.get(i), tag -> path.child(item, tag)));
      }
      return put(into, values);
    }
    into.put("vr", element.vr().name());
    byte[] bytes = bytes(element);
    return switch (element.vr().kind()) {
      case ITEMS -> element.length() == 0;
      case BINARY -> {
        if (bytes.length > 0) {
          into.put("InlineBinary", Base64.getEncoder().encodeToString(bytes));
        }
        yield !(element.value() instanceof Value.Fragments);
      }
      case TEXT, LOCAL_TEXT, NUMBER -> {
        var whole = element.withValue(new Value.Bytes(bytes));
        ArrayNode values = NODES.arrayNode();
        for (String value : ValueText.values(whole, holder.characterSet())) {
          values.add(value(element.vr(), value));
        }
        yield put(into, values);
      }
    };
  }

  private static boolean put(ObjectNode into, ArrayNode values) {
    boolean empty = values.isEmpty() || (values.size() == 1 && values.get(0).isNull());
    if (!empty) {
      into.set("Value", values);
    }
    return true;
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

  private JsonNode value(Vr vr, String text) {
    if (text.isEmpty()) {
      return NODES.nullNode();
    }
    unicode |= !text.chars().allMatch(c -> c < 128);
    return switch (vr) {
      case PN -> name(text);
      case AT -> NODES.textNode(text.replaceAll("[(),]", ""));
      case DS, IS, US, SS, UL, SL, UV, SV -> number(text);
      case FL, FD -> real(text);
      default -> NODES.textNode(text);
    };
  }

  private static JsonNode name(String text) {
    String[] groups = text.split("=", GROUPS.size());
    ObjectNode name = NODES.objectNode();
    for (int i = 0; i < groups.length; i++) {
      if (!groups[i].isEmpty()) {
        name.put(GROUPS.get(i), groups[i]);
      }
    }
    return name;
  }

  /// A number where JSON says it with the same characters, so that reading it gives them back.
  private static JsonNode number(String text) {
    return NUMBER.matcher(text).matches() && new BigDecimal(text).toString().equals(text)
        ? NODES.numberNode(new BigDecimal(text))
        : NODES.textNode(text);
  }

  /// JSON has no number that is infinite or none.
  private static JsonNode real(String text) {
    return switch (text) {
      case "NaN" -> NODES.textNode(text);
      case "Infinity" -> NODES.textNode("inf");
      case "-Infinity" -> NODES.textNode("-inf");
      default -> NODES.numberNode(new BigDecimal(text));
    };
  }

  /// What declares a character set declares the one of JSON, where that makes a difference.
  private static void declare(JsonNode json) {
    if (json.get("00080005") instanceof ObjectNode declared) {
      declared.set("Value", NODES.arrayNode().add(CharacterSet.UTF_8.term()));
    }
    json.forEach(element -> element.path("Value").forEach(JsonWriter::declare));
  }
}
