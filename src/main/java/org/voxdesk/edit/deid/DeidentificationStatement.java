package org.voxdesk.edit.deid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// Says in a data set how it was de-identified (PS3.15 E.1.1, PS3.3 C.7.1.1 and C.12.1). What is
/// said of earlier times stays, and what is new is added to it.
final class DeidentificationStatement {
  private static final Tag IDENTITY_REMOVED = Tag.of(0x0012, 0x0062);
  private static final Tag METHOD = Tag.of(0x0012, 0x0063);
  private static final Tag METHOD_CODES = Tag.of(0x0012, 0x0064);
  private static final Tag TEMPORAL_INFORMATION = Tag.of(0x0028, 0x0303);
  private static final Tag CODE_VALUE = Tag.of(0x0008, 0x0100);
  private static final Tag CODING_SCHEME = Tag.of(0x0008, 0x0102);
  private static final Tag CODE_MEANING = Tag.of(0x0008, 0x0104);
  private static final String WORDS = "Voxdesk, DICOM PS3.15 Annex E";
  private static final int LONGEST = 0xFFFE;

  private final ProfileOptions options;

  DeidentificationStatement(ProfileOptions options) {
    this.options = options;
  }

  /// The data set with the statement.
  ///
  /// @param before what it was before it was de-identified
  DataSet in(DataSet dataSet, DataSet before) throws DicomException {
    return method(codes(dataSet.with(IDENTITY_REMOVED, Vr.CS, "YES")))
        .with(TEMPORAL_INFORMATION, Vr.CS, temporalInformation(before));
  }

  /// The earlier values keep their bytes, whatever they are encoded in.
  private static DataSet method(DataSet dataSet) throws DicomException {
    Optional<DataElement> present = dataSet.get(METHOD).filter(e -> e.length() > 0);
    if (dataSet.texts(METHOD).contains(WORDS)) {
      return dataSet;
    }
    if (present.isPresent() && present.get().value() instanceof Value.Bytes(byte[] bytes)) {
      int end = bytes.length;
      while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
        end--;
      }
      byte[] added = ("\\" + WORDS).getBytes(StandardCharsets.US_ASCII);
      int length = end + added.length;
      byte[] all = new byte[length + (length & 1)];
      System.arraycopy(bytes, 0, all, 0, end);
      System.arraycopy(added, 0, all, end, added.length);
      if ((length & 1) != 0) {
        all[length] = Vr.LO.padding();
      }
      if (all.length <= LONGEST) {
        return dataSet.with(
            DataElement.of(METHOD, Vr.LO, dataSet.encoding().order(), new Value.Bytes(all)));
      }
    }
    return dataSet.with(METHOD, Vr.LO, WORDS);
  }

  private DataSet codes(DataSet dataSet) throws DicomException {
    List<String> known =
        dataSet.items(METHOD_CODES).stream()
            .flatMap(item -> item.text(CODE_VALUE).stream())
            .toList();
    Optional<DataElement> present = dataSet.get(METHOD_CODES);
    var items = new ArrayList<Value.Item>();
    if (present.isPresent() && present.get().value() instanceof Value.Items(List<Value.Item> old)) {
      items.addAll(old);
    }
    int before = items.size();
    add(items, dataSet, known, "113100", "Basic Application Confidentiality Profile");
    for (ProfileOption option : ProfileOption.values()) {
      if (options.has(option)) {
        add(items, dataSet, known, option.code(), option.meaning());
      }
    }
    if (items.size() == before) {
      return dataSet;
    }
    var value = new Value.Items(items);
    return dataSet.with(
        present
            .filter(e -> e.value() instanceof Value.Items)
            .map(e -> e.withValue(value))
            .orElseGet(
                () -> DataElement.of(METHOD_CODES, Vr.SQ, dataSet.encoding().order(), value)));
  }

  private static void add(
      List<Value.Item> items, DataSet dataSet, List<String> known, String code, String meaning)
      throws DicomException {
    if (!known.contains(code)) {
      DataSet item =
          DataSet.empty(dataSet.encoding())
              .with(CODE_VALUE, Vr.SH, code)
              .with(CODING_SCHEME, Vr.SH, "DCM")
              .with(CODE_MEANING, Vr.LO, meaning);
      items.add(new Value.Item(item, Framing.NONE));
    }
  }

  /// Dates that were modified or removed once are not the true ones any more.
  private String temporalInformation(DataSet before) {
    String earlier = before.text(TEMPORAL_INFORMATION).orElse("");
    if (options.has(ProfileOption.RETAIN_FULL_DATES)) {
      return earlier.equals("MODIFIED") || earlier.equals("REMOVED") ? earlier : "UNMODIFIED";
    }
    if (options.has(ProfileOption.RETAIN_MODIFIED_DATES)) {
      return earlier.equals("REMOVED") ? earlier : "MODIFIED";
    }
    return "REMOVED";
  }
}
