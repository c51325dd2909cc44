package org.voxdesk.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.volume.Lps;

/// A data set that is put together attribute by attribute, by the keywords of PS3.6.
final class DerivedObject {
  private static final Encoding ENCODING = Encoding.EXPLICIT_LITTLE;

  private DataSet dataSet = DataSet.empty(ENCODING);

  DataSet dataSet() {
    return dataSet;
  }

  DerivedObject set(String keyword, String text) {
    return set(keyword, Dictionary.standard().vr(tag(keyword)), text);
  }

  /// The same of an attribute that may have several VRs.
  DerivedObject set(String keyword, Vr vr, String text) {
    try {
      dataSet = dataSet.with(tag(keyword), vr, text);
      return this;
    } catch (DicomException e) {
      throw new IllegalArgumentException(keyword + " " + text, e);
    }
  }

  DerivedObject set(String keyword, double... numbers) {
    return set(
        keyword,
        Stream.of(numbers)
            .flatMapToDouble(java.util.Arrays::stream)
            .mapToObj(DerivedObject::decimal)
            .reduce((a, b) -> a + "\\" + b)
            .orElse(""));
  }

  /// What the source says, or an empty value where it says nothing.
  DerivedObject copy(String keyword, DataSet from) {
    return set(keyword, from.text(tag(keyword)).orElse(""));
  }

  DerivedObject items(String keyword, DerivedObject... items) {
    return items(keyword, List.of(items));
  }

  DerivedObject items(String keyword, List<DerivedObject> items) {
    List<Value.Item> values =
        items.stream().map(item -> new Value.Item(item.dataSet(), Framing.NONE)).toList();
    dataSet =
        dataSet.with(
            DataElement.of(tag(keyword), Vr.SQ, ENCODING.order(), new Value.Items(values)));
    return this;
  }

  DerivedObject pixels(Vr vr, byte[] bytes) {
    dataSet =
        dataSet.with(DataElement.of(Tag.PIXEL_DATA, vr, ENCODING.order(), new Value.Bytes(bytes)));
    return this;
  }

  static DerivedObject code(String value, String scheme, String meaning) {
    return new DerivedObject()
        .set("CodeValue", value)
        .set("CodingSchemeDesignator", scheme)
        .set("CodeMeaning", meaning);
  }

  static DerivedObject reference(String sopClass, String sopInstance) {
    return new DerivedObject()
        .set("ReferencedSOPClassUID", sopClass)
        .set("ReferencedSOPInstanceUID", sopInstance);
  }

  static double[] numbers(Lps... vectors) {
    return Stream.of(vectors)
        .flatMapToDouble(v -> java.util.stream.DoubleStream.of(v.x(), v.y(), v.z()))
        .toArray();
  }

  /// A UID that is the same for the same words.
  static String uid(String words) {
    return Uids.of(UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)));
  }

  private static Tag tag(String keyword) {
    return Dictionary.standard().tag(keyword).orElseThrow();
  }

  /// A decimal string of at most 16 characters (PS3.5 6.2), as exact as these allow.
  private static String decimal(double value) {
    String shortest =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? Long.toString((long) value)
            : Double.toString(value);
    for (int digits = 14; shortest.length() > 16; digits--) {
      shortest = String.format(Locale.ROOT, "%." + digits + "g", value);
      if (shortest.length() > 16 && Math.abs(value) < 1e6) {
        shortest = String.format(Locale.ROOT, "%." + Math.min(digits, 12) + "f", value);
      }
    }
    return shortest;
  }
}
