package org.voxdesk.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Replaces UIDs wherever they are: in the elements that name a thing, in those that refer to it at
/// any depth, and in the meta header.
///
/// @param replacements the new UID by the old one
/// @param origin the element whose change asks for it, for the name of the step
public record RemapUids(TagPath origin, Map<String, String> replacements) implements Edit {
  public RemapUids {
    replacements = Map.copyOf(replacements);
  }

  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    DataSet dataSet = changed(file.dataSet());
    DataSet meta = changed(file.meta());
    DicomFile changed = dataSet == file.dataSet() ? file : file.withDataSet(dataSet);
    return meta == file.meta() ? changed : changed.withMeta(meta);
  }

  private DataSet changed(DataSet dataSet) throws DicomException {
    DataSet result = dataSet;
    for (DataElement element : dataSet.elements()) {
      if (element.value() instanceof Value.Items(List<Value.Item> items)) {
        List<Value.Item> changed = changed(items);
        result = changed.equals(items) ? result : result.with(element.withValue(items(changed)));
      } else if (element.vr() == Vr.UI) {
        result = changed(result, element);
      }
    }
    return result;
  }

  private static Value items(List<Value.Item> items) {
    return new Value.Items(items);
  }

  private List<Value.Item> changed(List<Value.Item> items) throws DicomException {
    var result = new ArrayList<Value.Item>();
    boolean same = true;
    for (Value.Item item : items) {
      DataSet changed = changed(item.dataSet());
      same &= changed == item.dataSet();
      result.add(changed == item.dataSet() ? item : new Value.Item(changed, item.framing()));
    }
    return same ? items : result;
  }

  private DataSet changed(DataSet dataSet, DataElement element) throws DicomException {
    List<String> uids = dataSet.texts(element.tag());
    return uids.stream().anyMatch(replacements::containsKey)
        ? dataSet.with(
            element.tag(),
            Vr.UI,
            String.join("\\", uids.stream().map(u -> replacements.getOrDefault(u, u)).toList()),
            Checking.STORABLE)
        : dataSet;
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.set", origin);
  }
}
