package org.voxdesk.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.DicomFile;
import org.voxdesk.task.Progress;

final class ComparisonTest {
  @Test
  void whatIsAlikeInSeveralImagesIsToldOnce() throws Exception {
    var edits =
        new EditsTogether(
            List.of(
                new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "B2"),
                new SetValue(TagPath.of(Tag.STUDY_ID), Vr.SH, "S"),
                new DeleteElement(TagPath.of(Tag.MODALITY))));
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      DicomFile file = SmallSeries.slice(k);
      pairs.add(new Comparison.Pair(file, edits.apply(file)));
    }
    Comparison comparison = Comparison.edited(pairs, Progress.NONE);
    assertThat(comparison.images()).isEqualTo(3);
    assertThat(comparison.rows())
        .extracting(r -> r.name() + ":" + r.before() + ">" + r.after() + " " + r.images())
        .containsExactly("Modality:CT> 3", "PatientID:B1>B2 3", "StudyID:>S 3");
    assertThat(comparison.rows())
        .extracting(Comparison.Row::present)
        .containsExactly(
            Comparison.Present.DELETED, Comparison.Present.CHANGED, Comparison.Present.ADDED);
  }

  @Test
  void oneOfManyWaysInWhichAnElementChangesStandsForAll() throws Exception {
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      DicomFile file = SmallSeries.slice(k);
      String uid = "1.2." + k;
      pairs.add(
          new Comparison.Pair(
              file, new SetValue(TagPath.of(Tag.SOP_INSTANCE_UID), Vr.UI, uid).apply(file)));
    }
    assertThat(Comparison.edited(pairs, Progress.NONE).rows())
        .filteredOn(row -> row.path().tag().equals(Tag.SOP_INSTANCE_UID))
        .extracting(row -> row.images() + " " + row.ways())
        .containsExactly("6 6");
  }

  @Test
  void twoImagesOfASeriesDifferInWhatIsTheirOwn() throws Exception {
    Comparison comparison = Comparison.ofTwo(SmallSeries.slice(0), SmallSeries.slice(20));
    assertThat(comparison.rows())
        .extracting(row -> row.path().toString())
        .contains("SOPInstanceUID", "ImagePositionPatient", "PixelData")
        .doesNotContain("PatientName", "Rows");
  }
}
