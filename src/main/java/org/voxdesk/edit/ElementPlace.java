package org.voxdesk.edit;

import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.io.DicomFile;

/// Finds the data set of a file that a path starts in: the meta header for group 0002.
final class ElementPlace {
  private ElementPlace() {}

  static DicomFile change(DicomFile file, TagPath path, TagPath.Change change)
      throws DicomException {
    boolean meta = path.steps().isEmpty() && path.tag().isMeta();
    return meta
        ? file.withMeta(path.change(file.meta(), change))
        : file.withDataSet(path.change(file.dataSet(), change));
  }
}
