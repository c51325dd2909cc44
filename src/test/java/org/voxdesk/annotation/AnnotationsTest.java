package org.voxdesk.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Lps;

class AnnotationsTest {
  private static final List<Annotation> TWO =
      List.of(
          Annotation.of("1.2.3", new Lps(-70, -22.5, 62.125), OptionalDouble.of(8), "1"),
          Annotation.of("1.2.4", new Lps(0.1, 1e-3, -5), OptionalDouble.of(12.5), "0"));

  @TempDir private Path folder;

  private List<Annotation> read(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return Annotations.read(file).nodules();
  }

  @Test
  void annotationsOfLunaComeBack() throws Exception {
    List<Annotation> back = read("annotations.csv", Annotations.annotationsCsv(TWO));

    assertThat(back).hasSize(2);
    assertThat(back.get(0).centre()).isEqualTo(TWO.get(0).centre());
    assertThat(back.get(1).diameterMm()).hasValue(12.5);
    assertThat(back.get(1).seriesUid()).isEqualTo("1.2.4");
  }

  @Test
  void candidatesOfLunaComeBackWithTheirClass() throws Exception {
    List<Annotation> back = read("candidates.csv", Annotations.candidatesCsv(TWO));

    assertThat(back).extracting(Annotation::label).containsExactly("1", "0");
    assertThat(back.get(0).diameterMm()).isEmpty();
  }

  @Test
  void aListOfMonaiComesBack() throws Exception {
    String json = Annotations.monaiJson(TWO, Map.of("1.2.4", "validation"));

    assertThat(json.indexOf("1.2.4.nii.gz")).isGreaterThan(json.indexOf("validation"));
    assertThat(read("data.json", json)).isEqualTo(TWO);
  }

  @Test
  void theListsOfMonaiAreKept() throws Exception {
    Path file = folder.resolve("a.json");
    Map<String, String> splits = Map.of("1.2.3", "test", "1.2.4", "validation");
    Files.writeString(file, Annotations.monaiJson(TWO, splits));

    Annotations read = Annotations.read(file);

    assertThat(read.splits()).isEqualTo(splits);
    assertThat(read.nodules()).containsExactlyInAnyOrderElementsOf(TWO);
    assertThat(read.withoutSplits().splits()).isEmpty();
  }

  @Test
  void monaiNamesAnImageByTheFolderItIsIn() throws Exception {
    String json =
        """
        {"training": [{"image": "1.3.6.1/1.3.6.1.9/1.3.6.1.9.nii.gz",
          "box": [[1, 2, 3, 4, 4, 4]], "label": [0]}]}
        """;

    assertThat(read("data.json", json).getFirst().seriesUid()).isEqualTo("1.3.6.1.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv | seriesuid,coordX,coordY | coordZ",
        "a.csv | '' | is empty",
        "a.csv | '\n\n' | is empty",
        "a.json | '{\"training\":\n [' | is damaged at line 2: it is no complete JSON",
        "a.xml | '<LidcReadMessage>\n<a>' | is damaged at line 2: it is no complete XML",
        "a.xml | '<LidcReadMessage><xCoord>1.5</xCoord></LidcReadMessage>' | has “1.5” where a"
            + " whole"
      })
  void whatIsWrongIsSaidWithTheFile(String name, String text, String words) {
    assertThatThrownBy(() -> read(name, text))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void aRowThatMakesNoSenseIsLeftOutAndNamedByItsLine() throws Exception {
    Path file = folder.resolve("a.csv");
    Files.writeString(
        file,
        """
        seriesuid,coordX,coordY,coordZ
        1.2,1,2,3
        1.2,abc,2,3

        1.2,4,5,6
        1.2,3,4
        1.2,1,2,NaN\
        """);
    Annotations read = Annotations.read(file);

    assertThat(read.nodules()).hasSize(2);
    assertThat(read.leftOut())
        .extracting(Object::toString)
        .containsExactly(
            file + ", line 3 is left out: coordX is “abc”, which is no number",
            file + ", line 6 is left out: coordZ is “”, which is no number",
            file + ", line 7 is left out: coordZ is “NaN”, which is no number");
  }

  @Test
  void aBoxThatMakesNoSenseIsLeftOut() throws Exception {
    Path file = folder.resolve("a.json");
    Files.writeString(
        file,
        """
        {"training": [{"image": "1.2", "box": [[1, 2], [1, 2, 3, 4, 4, 4], [1, 2, 3, 4, 4, "x"]],
          "label": [7, 8, 9]}]}
        """);
    Annotations read = Annotations.read(file);

    assertThat(read.nodules()).extracting(Annotation::label).containsExactly("8");
    assertThat(read.leftOut()).hasSize(2);
    assertThat(read.leftOut().getFirst().toString()).contains("a.json").contains("[1,2]");
  }

  @Test
  void tablesOfSpreadsheetsHaveSemicolonsOrTabsAndDecimalCommas() throws Exception {
    for (String delimiter : List.of(";", "\t")) {
      String text =
          """
          seriesuid;coordX;coordY;coordZ;diameter_mm
          1.2.3;-70;-22,5;62.125;8
          1.2;1.000,5;2;3;
          """
              .replace("\n", "\r\n");
      Path file = folder.resolve("a.csv");
      Files.writeString(file, text.replace(";", delimiter));
      Annotations read = Annotations.read(file);

      assertThat(read.nodules()).hasSize(1);
      assertThat(read.nodules().getFirst().centre()).isEqualTo(TWO.getFirst().centre());
      assertThat(read.nodules().getFirst().diameterMm()).hasValue(8);
      assertThat(read.leftOut()).hasSize(1);
    }
  }

  @Test
  void whatIsNoTextIsSaidToBeNone() throws Exception {
    Path file = folder.resolve("a.csv");
    Files.write(file, new byte[] {(byte) 0xFE, 1, (byte) 0xC0, 0});
    assertThatThrownBy(() -> Annotations.read(file)).hasMessage(file + " is no text in UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Annotations.read(folder.resolve("none.csv")))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("none.csv");
  }
}
