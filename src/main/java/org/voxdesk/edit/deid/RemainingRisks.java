package org.voxdesk.edit.deid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// What a person has to look at, for the profile does not reach it: pixels that may show names or a
/// face, and content that is gone with what it said.
public final class RemainingRisks {
  private static final Tag CONVERSION_TYPE = Tag.of(0x0008, 0x0064);
  private static final Tag BURNED_IN_ANNOTATION = Tag.of(0x0028, 0x0301);
  private static final Tag VISUAL_FEATURES = Tag.of(0x0028, 0x0302);
  private static final Tag ENCAPSULATED_DOCUMENT = Tag.of(0x0042, 0x0011);
  private static final Tag CONTENT_SEQUENCE = Tag.of(0x0040, 0xA730);
  private static final int OVERLAY_BIT_POSITION = 0x0102;
  private static final int OVERLAY_DATA = 0x3000;
  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  /// Whose devices or operators write into the pixels as a rule.
  private static final Set<String> MODALITIES =
      Set.of("US", "IVUS", "XA", "RF", "ES", "OT", "SC", "GM", "XC", "DOC", "ECG", "OP", "BDUS");

  private RemainingRisks() {}

  /// The warnings about a file as it was before it was de-identified; one of a kind.
  public static List<Sentence> of(DicomFile file) {
    DataSet dataSet = file.dataSet();
    var risks = new ArrayList<Sentence>();
    if (hasPixels(dataSet)) {
      burnedIn(dataSet).ifPresent(risks::add);
    }
    if (is(dataSet, VISUAL_FEATURES, "YES")) {
      risks.add(Sentence.of("deid.visual.features"));
    }
    if (hasOverlayInPixels(dataSet)) {
      risks.add(Sentence.of("deid.overlay.bits"));
    }
    if (dataSet.contains(ENCAPSULATED_DOCUMENT)) {
      risks.add(Sentence.of("deid.document"));
    }
    if (dataSet.contains(CONTENT_SEQUENCE)) {
      risks.add(Sentence.of("deid.content"));
    }
    return List.copyOf(risks);
  }

  private static boolean hasPixels(DataSet dataSet) {
    return dataSet.contains(Tag.PIXEL_DATA)
        || dataSet.contains(Tag.FLOAT_PIXEL_DATA)
        || dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA);
  }

  /// Names and dates in the pixels: certain where the data set says so, likely by the kind of image
  /// where it says nothing (PS3.3 C.7.6.1.1.7).
  private static Optional<Sentence> burnedIn(DataSet dataSet) {
    if (is(dataSet, BURNED_IN_ANNOTATION, "YES")) {
      return Optional.of(Sentence.of("deid.burned.in"));
    }
    return is(dataSet, BURNED_IN_ANNOTATION, "NO")
        ? Optional.empty()
        : reason(dataSet).map(reason -> Sentence.of("deid.burned.in.likely", reason));
  }

  private static Optional<String> reason(DataSet dataSet) {
    String sopClass = dataSet.text(Tag.SOP_CLASS_UID).orElse("");
    if (sopClass.equals(SECONDARY_CAPTURE) || sopClass.startsWith(SECONDARY_CAPTURE + ".")) {
      return Optional.of(Uids.name(sopClass).orElse(sopClass));
    }
    Optional<String> modality = dataSet.text(Tag.MODALITY).filter(MODALITIES::contains);
    return modality
        .or(
            () ->
                dataSet.texts(Tag.IMAGE_TYPE).stream()
                    .filter(t -> t.contains("SCREEN") || t.contains("CAPTURE"))
                    .findFirst())
        .or(() -> dataSet.text(CONVERSION_TYPE));
  }

  /// Old overlays lie in unused bits of the pixels, where the profile does not reach.
  private static boolean hasOverlayInPixels(DataSet dataSet) {
    return dataSet.elements().stream()
        .map(DataElement::tag)
        .anyMatch(
            t ->
                (t.group() & 0xFF01) == 0x6000
                    && t.element() == OVERLAY_BIT_POSITION
                    && !dataSet.contains(Tag.of(t.group(), OVERLAY_DATA)));
  }

  private static boolean is(DataSet dataSet, Tag tag, String value) {
    return dataSet.text(tag).filter(value::equals).isPresent();
  }
}
