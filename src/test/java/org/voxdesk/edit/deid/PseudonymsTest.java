package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;

class PseudonymsTest {
  private final Pseudonyms pseudonyms = new Pseudonyms(new PseudonymKey("a key"));

  @Test
  void theSameKeyGivesTheSameUidAndAnotherKeyAnother() {
    String uid = pseudonyms.uid("1.2.3.4");
    assertThat(new Pseudonyms(new PseudonymKey("a key")).uid("1.2.3.4")).isEqualTo(uid);
    assertThat(new Pseudonyms(new PseudonymKey("b key")).uid("1.2.3.4")).isNotEqualTo(uid);
    assertThat(pseudonyms.uid("1.2.3.5")).isNotEqualTo(uid);
  }

  /// Worked out with Python: `hmac.new(b"a key", b"UID:1.2.3.4", "sha256")`.
  @Test
  void aUidIsTheKeyedHashAsAUuidOfVersionEight() {
    String uid = pseudonyms.uid("1.2.3.4");
    var number = new BigInteger(uid.substring("2.25.".length()));
    var uuid = new UUID(number.shiftRight(64).longValue(), number.longValue());
    assertThat(uuid.version()).isEqualTo(8);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid).hasToString("c77a91ad-121b-83bf-aeef-47e71b046f7b");
    assertThat(VrRules.violation(Vr.UI, uid)).isEmpty();
  }

  @Test
  void uidsOfTheStandardAndNothingStay() {
    assertThat(pseudonyms.uid("1.2.840.10008.1.2.1")).isEqualTo("1.2.840.10008.1.2.1");
    assertThat(pseudonyms.uid("1.2.840.10008")).isEqualTo("1.2.840.10008");
    assertThat(pseudonyms.uid("")).isEmpty();
    assertThat(pseudonyms.uid("1.2.840.100089")).isNotEqualTo("1.2.840.100089");
  }

  @Test
  void identifiersFitTheShortestVr() {
    String id = pseudonyms.identifier("Müller 4711");
    assertThat(id).matches("ANON[0-9A-F]{12}");
    assertThat(VrRules.violation(Vr.SH, id)).isEmpty();
    assertThat(pseudonyms.identifier("Müller 4712")).isNotEqualTo(id);
  }

  @Test
  void daysAreFromOneToTenYearsBackAndSpreadOut() {
    int[] days = IntStream.range(0, 1000).map(i -> pseudonyms.days("P" + i)).toArray();
    assertThat(IntStream.of(days).min().orElseThrow()).isBetween(-3650, -3500);
    assertThat(IntStream.of(days).max().orElseThrow()).isBetween(-150, -1);
    assertThat(IntStream.of(days).distinct().count()).isGreaterThan(800);
  }

  @Test
  void aKeyIsNeverSaidAndRandomOnesDiffer() {
    assertThat(new PseudonymKey("secret").toString()).doesNotContain("secret");
    assertThat(PseudonymKey.random()).isNotEqualTo(PseudonymKey.random());
    assertThatThrownBy(() -> new PseudonymKey("")).isInstanceOf(IllegalArgumentException.class);
  }
}
