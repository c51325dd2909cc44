package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// 80 kg, 400 MBq, a half life of 6,000 s: injected at 9:00, scanned at 10:40, one half life later.
/// Half of the dose is left, so 1 Bq/ml is 80,000 / 200,000,000 = 0.0004 g/ml.
final class SuvTest {
  private static final double FACTOR = 0.0004;

  @Test
  void theDoseDecaysUntilTheScanBegins() throws Exception {
    assertThat(factor(pet(drug()))).isCloseTo(FACTOR, Offset.offset(1e-15));
  }

  @Test
  void noDecayCountsWhereImagesAreCorrectedToTheInjection() throws Exception {
    DataSet admin = pet(drug()).with(Suv.DECAY_CORRECTION, Vr.CS, "ADMIN");
    assertThat(factor(admin)).isCloseTo(FACTOR / 2, Offset.offset(1e-15));
  }

  @Test
  void anInjectionBeforeMidnightIsOneOfTheDayBefore() throws Exception {
    DataSet night =
        pet(drug().with(Suv.START_TIME, Vr.TM, "235000"))
            .with(Tag.SERIES_TIME, Vr.TM, "013000")
            .with(Tag.ACQUISITION_TIME, Vr.TM, "014000");
    assertThat(factor(night)).isCloseTo(FACTOR, Offset.offset(1e-15));
    DataSet dated = pet(drug().with(Suv.START_DATE_TIME, Vr.DT, "20200229072000"));
    // Two half lives.
    assertThat(factor(dated)).isCloseTo(2 * FACTOR, Offset.offset(1e-15));
  }

  @Test
  void aSeriesMadeLaterHasItsScanWorkedOutFromItsImages() throws Exception {
    DataSet later = pet(drug()).with(Tag.SERIES_TIME, Vr.TM, "180000");
    assertThat(Suv.of(later)).isInstanceOf(Suv.Unknown.class);
    // A frame of T = 6,000 s decays by ln 2 and counts at its average rate
    // ln(ln 2 / (1 - 1/2)) / ln 2 = 0.471234 half lives in: 2,827.40 s. A reference time of
    // 3,427.40 s thus puts the start of the scan 600 s before the image.
    DataSet framed =
        later
            .with(Suv.FRAME_DURATION, Vr.IS, "6000000")
            .with(Suv.FRAME_REFERENCE_TIME, Vr.DS, "3427400")
            .with(Tag.ACQUISITION_TIME, Vr.TM, "105000");
    assertThat(factor(framed)).isCloseTo(FACTOR, Offset.offset(1e-8));
    DataSet general =
        later
            .with(Tag.of(0x0009, 0x0011), Vr.LO, "GEMS_PETD_01")
            .with(Tag.of(0x0009, 0x110d), Vr.DT, "20200229104000");
    assertThat(factor(general)).isCloseTo(FACTOR, Offset.offset(1e-15));
  }

  @Test
  void countsNeedPhilipsOwnFactors() throws Exception {
    DataSet counts = pet(drug()).with(Suv.UNITS, Vr.CS, "CNTS");
    assertThat(Suv.of(counts)).isInstanceOf(Suv.Unknown.class);
    DataSet philips = counts.with(Tag.of(0x7053, 0x0010), Vr.LO, "Philips PET Private Group");
    assertThat(factor(philips.with(Tag.of(0x7053, 0x1000), Vr.DS, "0.00036"))).isEqualTo(0.00036);
    DataSet activity = philips.with(Tag.of(0x7053, 0x1009), Vr.DS, "2.5");
    assertThat(factor(activity)).isCloseTo(2.5 * FACTOR, Offset.offset(1e-15));
    assertThat(factor(activity.with(Tag.of(0x7053, 0x1000), Vr.DS, "0")))
        .isCloseTo(2.5 * FACTOR, Offset.offset(1e-15));
  }

  @Test
  void gramsPerMillilitreAreSuvAlready() throws Exception {
    DataSet grams = pet(drug()).with(Suv.UNITS, Vr.CS, "GML");
    assertThat(factor(grams)).isEqualTo(1);
    assertThat(factor(grams.with(Suv.SUV_TYPE, Vr.CS, "BW"))).isEqualTo(1);
    assertThat(Suv.of(grams.with(Suv.SUV_TYPE, Vr.CS, "LBM"))).isInstanceOf(Suv.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "00541001, CM2",
    "00280051, DECY",
    "00541102, NONE",
    "00101030, 0",
    "00101030, ''",
    "00080031, ''",
  })
  void aHeaderThatDoesNotSayEnoughGivesAReason(String tag, String value) throws Exception {
    DataSet complete = pet(drug());
    Tag changed =
        Tag.of(Integer.parseInt(tag.substring(0, 4), 16), Integer.parseInt(tag.substring(4), 16));
    Vr vr = complete.get(changed).orElseThrow().vr();
    Suv suv = Suv.of(complete.with(changed, vr, value));
    assertThat(suv).isInstanceOf(Suv.Unknown.class);
    assertThat(((Suv.Unknown) suv).reason().toString()).isNotBlank();
  }

  @Test
  void aDrugThatDoesNotSayEnoughGivesAReason() throws Exception {
    for (Tag tag : new Tag[] {Suv.TOTAL_DOSE, Suv.HALF_LIFE, Suv.START_TIME}) {
      assertThat(Suv.of(pet(drug().without(tag)))).isInstanceOf(Suv.Unknown.class);
    }
    assertThat(Suv.of(pet(drug().with(Suv.START_DATE_TIME, Vr.DT, "20200229120000"))))
        .isInstanceOf(Suv.Unknown.class);
    assertThat(Suv.of(pet(drug(), drug()))).isInstanceOf(Suv.Unknown.class);
  }

  private static double factor(DataSet dataSet) {
    assertThat(Suv.of(dataSet)).isInstanceOf(Suv.Known.class);
    return ((Suv.Known) Suv.of(dataSet)).factor();
  }

  private static DataSet drug() throws DicomException {
    return DataSet.empty(Encoding.EXPLICIT_LITTLE)
        .with(Suv.START_TIME, Vr.TM, "090000.00")
        .with(Suv.TOTAL_DOSE, Vr.DS, "400000000")
        .with(Suv.HALF_LIFE, Vr.DS, "6000");
  }

  private static DataSet pet(DataSet... drugs) throws DicomException {
    return DataSet.empty(Encoding.EXPLICIT_LITTLE)
        .with(Tag.MODALITY, Vr.CS, "PT")
        .with(Tag.SERIES_DATE, Vr.DA, "20200229")
        .with(Tag.SERIES_TIME, Vr.TM, "104000")
        .with(Tag.ACQUISITION_DATE, Vr.DA, "20200229")
        .with(Tag.ACQUISITION_TIME, Vr.TM, "104500")
        .with(Suv.PATIENT_WEIGHT, Vr.DS, "80")
        .with(Suv.CORRECTED_IMAGE, Vr.CS, "DECY\\ATTN\\SCAT")
        .with(Suv.UNITS, Vr.CS, "BQML")
        .with(Suv.DECAY_CORRECTION, Vr.CS, "START")
        .with(Images.sequence(Suv.RADIOPHARMACEUTICAL, drugs));
  }
}
