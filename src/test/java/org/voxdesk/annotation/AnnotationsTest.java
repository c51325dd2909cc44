package org.voxdesk.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    String json = Annotations.monaiJson(TWO, uid -> uid.equals("1.2.4"));

    assertThat(json.indexOf("1.2.4.nii.gz")).isGreaterThan(json.indexOf("validation"));
    assertThat(read("data.json", json)).isEqualTo(TWO);
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
        "a.csv | 'seriesuid,coordX,coordY,coordZ\n1.2,3,x,5' | “x”",
        "a.csv | 'seriesuid,coordX,coordY,coordZ\n1.2,3,4' | coordZ",
        "a.json | '{\"training\": [{\"image\": \"1.2\", \"box\": [[1, 2]]}]}' | six numbers",
        "a.json | '{\"training\": [' | a.json"
      })
  void whatIsWrongIsSaidWithTheFile(String name, String text, String words) {
    assertThatThrownBy(() -> read(name, text))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Annotations.read(folder.resolve("none.csv")))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("none.csv");
  }
}
