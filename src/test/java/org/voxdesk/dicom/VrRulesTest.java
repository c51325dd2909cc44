package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VrRulesTest {
  private static final String SIXTEEN = "ABCDEFGHIJKLMNOP";

  /// What each VR allows, edges first.
  private static final Map<Vr, String[]> VALID =
      Map.ofEntries(
          Map.entry(Vr.AE, values(SIXTEEN, "a b", " X ", "~!\"#$%&'")),
          Map.entry(Vr.AS, values("000D", "018M", "999Y", "052W")),
          Map.entry(Vr.AT, values("(0010,0010)", "00100010", "0010,0010", "PatientName")),
          Map.entry(Vr.CS, values(SIXTEEN, "A_1 B", "0")),
          Map.entry(Vr.DA, values("20240229", "20000229", "19991231", "00010101")),
          Map.entry(
              Vr.DS,
              values(
                  "0", "-1.5", "+.5", "5.", "1e10", "-1.2345678E-308", " 1 ", "1234567890.12345")),
          Map.entry(
              Vr.DT,
              values(
                  "2024",
                  "202402",
                  "20240229",
                  "2024022923",
                  "202402292359",
                  "20240229235960",
                  "20240229235959.1",
                  "20240229235959.123456",
                  "20240229235959.123456+1400",
                  "20240229235959.123456-1200",
                  "2024+0000",
                  "2024-0001",
                  "202402+0530",
                  "2024 ")),
          Map.entry(Vr.FD, values("0", "-1.5e300", "1e-320")),
          Map.entry(Vr.FL, values("0", "-1.5", "3.4028234e38")),
          Map.entry(
              Vr.IS, values("0", "-0", "+7", "2147483647", "-2147483648", " 5 ", "000000000012")),
          Map.entry(
              Vr.LO, values("x".repeat(64), "王".repeat(64), "𠀀".repeat(64), "a\u001B(Bb", " a ")),
          Map.entry(Vr.LT, values("x".repeat(10240), "a\\b\tc\r\nd\f\u001B(B")),
          Map.entry(Vr.OB, values("00", "00\\FF\\0A", "00ff0A", "00 ff")),
          Map.entry(Vr.OD, values("0011223344556677")),
          Map.entry(Vr.OF, values("00112233")),
          Map.entry(Vr.OL, values("00112233")),
          Map.entry(Vr.OV, values("0011223344556677")),
          Map.entry(Vr.OW, values("0011")),
          Map.entry(
              Vr.PN,
              values(
                  "Adams^John Robert Quincy^^Rev.^B.A. M.Div.",
                  "x".repeat(64) + "=" + "王".repeat(64) + "=" + "y".repeat(64),
                  "Wang^XiaoDong=王^小东",
                  "==",
                  "^^^^")),
          Map.entry(Vr.SH, values(SIXTEEN, "王".repeat(16))),
          Map.entry(Vr.SL, values("2147483647", "-2147483648", "+1", " 1 ")),
          Map.entry(Vr.SS, values("32767", "-32768")),
          Map.entry(Vr.ST, values("x".repeat(1024), "a\\b\r\n")),
          Map.entry(Vr.SV, values("9223372036854775807", "-9223372036854775808")),
          Map.entry(
              Vr.TM,
              values(
                  "00", "2359", "235960", "235959.1", "235959.123456", "235959.123456 ", "1200 ")),
          Map.entry(Vr.UC, values("x".repeat(70_000))),
          Map.entry(Vr.UI, values("0", "1.2.840.10008.1.2", "1.0.3", "1." + "2".repeat(62))),
          Map.entry(Vr.UL, values("4294967295", "0")),
          Map.entry(Vr.UN, values("00", "000102")),
          Map.entry(Vr.UR, values("https://example.org/a?b=c&d=%20#e", "a ")),
          Map.entry(Vr.US, values("65535", "0", "+5", "007")),
          Map.entry(Vr.UT, values("x".repeat(70_000), "a\\b")),
          Map.entry(Vr.UV, values("18446744073709551615", "0")));

  /// What each VR forbids, just beyond the edges first.
  private static final Map<Vr, String[]> INVALID =
      Map.ofEntries(
          Map.entry(Vr.AE, values(SIXTEEN + "Q", "a\\b", " ", "\t", "a\nb", "Ä", "王")),
          Map.entry(Vr.AS, values("18Y", "0018Y", "018y", "018", "018Y ", "-18Y")),
          Map.entry(Vr.AT, values("0010", "(0010,001G)", "NoSuchKeyword", " ", "PatientName2")),
          Map.entry(Vr.CS, values(SIXTEEN + "Q", "a", "A-B", "A.B", "Ä", "A\tB", "A\\B")),
          Map.entry(
              Vr.DA,
              values(
                  "20230229",
                  "19000229",
                  "20241301",
                  "20240431",
                  "20240100",
                  "2024.02.29",
                  "202402",
                  "20240229 ",
                  "2024022",
                  "２０２４０２２９")),
          Map.entry(
              Vr.DS,
              values(
                  "1234567890.123456",
                  ".",
                  "e5",
                  "1e",
                  "1,5",
                  "NaN",
                  "0x10",
                  "1.5f",
                  "1 2",
                  "+-1",
                  "\t1")),
          Map.entry(
              Vr.DT,
              values(
                  "202",
                  "20240",
                  "20240230",
                  "20241",
                  "2024022924",
                  "20240229235961",
                  "202402292360",
                  "20240229235959.",
                  "20240229235959.1234567",
                  "20240229.5",
                  "2024+1401",
                  "2024-1201",
                  "2024-0000",
                  "2024+0060",
                  "2024+14",
                  "20240229235959.123456+0000 ")),
          Map.entry(Vr.FD, values("NaN", "Infinity", "1e400", "x", " ", "1.5d")),
          Map.entry(Vr.FL, values("NaN", "1e39", "-3.5e38", "x", "0x1p3")),
          Map.entry(
              Vr.IS, values("2147483648", "-2147483649", "1.0", "1e3", "0000000000123", "-", "１")),
          Map.entry(
              Vr.LO, values("x".repeat(65), "𠀀".repeat(65), "a\\b", "a\nb", "a\tb", "a\u007Fb")),
          Map.entry(Vr.LT, values("x".repeat(10241), "a\u0000b", "a\u0007b", "a\u0085b")),
          Map.entry(Vr.OB, values("0", "0G", "0x00")),
          Map.entry(Vr.OD, values("00", "00112233")),
          Map.entry(Vr.OF, values("0011")),
          Map.entry(Vr.OL, values("001122")),
          Map.entry(Vr.OV, values("00112233")),
          Map.entry(Vr.OW, values("00", "001122")),
          Map.entry(
              Vr.PN,
              values("a=b=c=d", "^^^^^", "x".repeat(65), "a=" + "x".repeat(65), "a\\b", "a\nb")),
          Map.entry(Vr.SH, values(SIXTEEN + "Q", "王".repeat(17), "a\\b")),
          Map.entry(Vr.SL, values("2147483648", "-2147483649", "1.5", " ")),
          Map.entry(Vr.SQ, values("x")),
          Map.entry(Vr.SS, values("32768", "-32769")),
          Map.entry(Vr.ST, values("x".repeat(1025), "\u0000")),
          Map.entry(Vr.SV, values("9223372036854775808", "-9223372036854775809")),
          Map.entry(
              Vr.TM,
              values(
                  "24",
                  "1",
                  "1260",
                  "235961",
                  "12:30:00",
                  "235959.",
                  "235959.1234567",
                  "12.5",
                  "235959.123456  ",
                  "12             ")),
          Map.entry(Vr.UC, values("a\\b", "a\nb")),
          Map.entry(
              Vr.UI,
              values("1." + "2".repeat(63), "1.02", "1..2", ".1", "1.", "1.2a", "01", "1.2 ")),
          Map.entry(Vr.UL, values("4294967296", "-1")),
          Map.entry(Vr.UN, values("0", "zz")),
          Map.entry(Vr.UR, values(" a", "a b", "ä", "a\\b", "<a>")),
          Map.entry(Vr.US, values("65536", "-1", "1.0", "x", " ")),
          Map.entry(Vr.UT, values("a\u0000")),
          Map.entry(Vr.UV, values("18446744073709551616", "-1")));

  private static String[] values(String... values) {
    return values;
  }

  @TestFactory
  Stream<DynamicTest> allows() {
    return tests(VALID, false);
  }

  @TestFactory
  Stream<DynamicTest> forbids() {
    return tests(INVALID, true);
  }

  private static Stream<DynamicTest> tests(Map<Vr, String[]> rows, boolean violated) {
    return rows.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey().name(),
                    () -> {
                      for (String value : row.getValue()) {
                        assertThat(VrRules.violation(row.getKey(), value).isPresent())
                            .as("%s “%.40s”", row.getKey(), value)
                            .isEqualTo(violated);
                      }
                    }));
  }

  @Test
  void everyVrHasARowInBothTables() {
    Set<Vr> withText = EnumSet.complementOf(EnumSet.of(Vr.SQ));
    assertThat(VALID.keySet()).isEqualTo(withText);
    assertThat(INVALID.keySet()).isEqualTo(EnumSet.allOf(Vr.class));
  }

  @Test
  void everyVrAllowsAnEmptyValue() {
    for (Vr vr : Vr.values()) {
      assertThat(VrRules.violation(vr, "")).as(vr.name()).isEmpty();
    }
  }

  @Test
  void aNameIsLimitedPerGroupInCharactersNotInBytes() {
    String sixtyFour = "王".repeat(64);
    assertThat(VrRules.violation(Vr.PN, "a=" + sixtyFour)).isEmpty();
    assertThat(VrRules.violation(Vr.PN, "a=" + sixtyFour + "王"))
        .hasValueSatisfying(sentence -> assertThat(sentence.key()).isEqualTo("vr.too.long"));
  }
}
