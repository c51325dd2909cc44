package org.voxdesk.io;

import java.util.List;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Value;

/// Remembers which big values of a file that was saved and read again are those that were written,
/// so that nobody takes them for changed because they are in another file now. Entry:
/// [#recognize(DicomFile, DicomFile)].
public final class SavedValues {
  private SavedValues() {}

  /// Lets the big values of `read` be known for those of `written`, which has been written and
  /// compared byte by byte where `read` was read from.
  public static void recognize(DicomFile written, DicomFile read) {
    recognize(written.dataSet(), read.dataSet());
  }

  private static void recognize(DataSet written, DataSet read) {
    List<DataElement> then = written.elements();
    List<DataElement> now = read.elements();
    for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
      if (!then.get(i).tag().equals(now.get(i).tag())) {
        // From here on it is not known what belongs to what.
        return;
      }
      recognize(then.get(i).value(), now.get(i).value());
    }
  }

  private static void recognize(Value written, Value read) {
    switch (written) {
      case Value.Bulk(BulkData then) when read instanceof Value.Bulk(FileSource.Part now) -> {
        if (then.length() == now.length()) {
          now.origin().learn(now.start(), then.content());
        }
      }
      case Value.Items(List<Value.Item> then)
          when read instanceof Value.Items(List<Value.Item> now) -> {
        for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
          recognize(then.get(i).dataSet(), now.get(i).dataSet());
        }
      }
      case Value.Fragments(List<Value.Fragment> then)
          when read instanceof Value.Fragments(List<Value.Fragment> now) -> {
        for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
          recognize(then.get(i).value(), now.get(i).value());
        }
      }
      default -> {}
    }
  }
}
