package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final Set<Vr> NUMERIC =
      EnumSet.of(
          Vr.DS, Vr.IS, Vr.FL, Vr.FD, Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.UV, Vr.SV, Vr.OF, Vr.OD);

  @Test
  void everyAttributeOfTheTableIsNumeric() {
    assertThat(Units.tags()).hasSizeGreaterThan(150);
    for (Tag tag : Units.tags()) {
      assertThat(NUMERIC).as(tag.toString()).contains(Dictionary.standard().vr(tag));
      assertThat(Units.of(tag).orElseThrow()).as(tag.toString()).isNotBlank();
    }
  }

  @Test
  void unitsAreThoseOfTheStandard() {
    assertThat(Units.of(Tag.SLICE_THICKNESS)).contains("mm");
    assertThat(Units.of(Tag.KVP)).contains("kV");
    assertThat(Units.of(new Tag(0x00181151))).contains("mA");
    assertThat(Units.of(new Tag(0x00180080))).contains("ms");
    assertThat(Units.of(Tag.ROWS)).isEmpty();
  }
}
