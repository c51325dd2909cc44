package org.voxdesk.edit;

import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;

/// One element that is not the same in two data sets.
///
/// @param path where it is
/// @param before what it was; empty where it has been added
/// @param after what it is; empty where it has been deleted
public record Difference(TagPath path, Optional<Side> before, Optional<Side> after) {
  /// An element with what is needed to read it.
  ///
  /// @param holder the data set it is in, its character set inherited
  public record Side(DataElement element, DataSet holder) {
    /// Its value in one line, as [ValueText#display] has it; of what has no text how much there is.
    public String text() {
      return switch (element.value()) {
        case Value.Items items -> "(" + items.items().size() + ")";
        case Value.Bulk bulk -> "(" + bulk.data().length() + ")";
        case Value.Fragments f -> "(" + f.fragments().size() + ")";
        case Value.Bytes b -> ValueText.display(holder.understood(element), holder.characterSet());
      };
    }
  }
}
