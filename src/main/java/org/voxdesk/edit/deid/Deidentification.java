package org.voxdesk.edit.deid;

import java.util.List;
import java.util.Set;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Takes out of files who the patient is, by the Basic Application Level Confidentiality Profile
/// and its options (PS3.15 Annex E). The same options and key do the same with a file in every run.
///
/// Every element that the profile does not touch keeps its bytes, pixel data among them: what is
/// written into the pixels stays, and [RemainingRisks] warns of it.
public final class Deidentification {
  /// The elements of the meta header that are about the encoding and the program that wrote it; the
  /// others say where the file came from (PS3.10 7.1).
  private static final Set<Tag> META =
      Set.of(
          Tag.META_GROUP_LENGTH,
          Tag.META_VERSION,
          Tag.MEDIA_STORAGE_SOP_CLASS_UID,
          Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
          Tag.TRANSFER_SYNTAX_UID,
          Tag.IMPLEMENTATION_CLASS_UID,
          Tag.IMPLEMENTATION_VERSION_NAME);

  private Deidentification() {}

  /// The file without what identifies: its data set, its meta header and its preamble.
  ///
  /// @throws DicomException if it is a DICOMDIR, whose records are found by their place, or its
  ///   character set does not let the statement be written
  public static DicomFile of(DicomFile file, ProfileOptions options, PseudonymKey key)
      throws DicomException {
    DataSet root = file.dataSet();
    if (root.contains(Tag.DIRECTORY_RECORD_SEQUENCE)) {
      throw new DicomException(Tag.DIRECTORY_RECORD_SEQUENCE, Sentence.of("deid.directory"));
    }
    var pseudonyms = new Pseudonyms(key);
    DataSet treated = new Deidentifier(options, pseudonyms, root).deidentified(root);
    DataSet stated = new DeidentificationStatement(options).in(treated, root);
    return file.withDataSet(stated)
        .withMeta(meta(file.meta(), options, pseudonyms))
        .withEmptyPreamble();
  }

  private static DataSet meta(DataSet meta, ProfileOptions options, Pseudonyms pseudonyms)
      throws DicomException {
    List<DataElement> kept = meta.elements().stream().filter(e -> META.contains(e.tag())).toList();
    DataSet without = meta.withElements(kept);
    String uid = meta.text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID).orElse("");
    return options.has(ProfileOption.RETAIN_UIDS) || uid.isEmpty()
        ? without
        : without.with(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, pseudonyms.uid(uid));
  }
}
