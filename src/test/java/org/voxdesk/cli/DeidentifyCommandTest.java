package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.sample.SampleStudy;

/// De-identification from the command line.
class DeidentifyCommandTest extends CommandLineCase {
  private List<Path> written() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of(to()))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void aSeriesStaysOneSeriesUnderNewNames() throws Exception {
    assertThat(run("edit", "--deidentify", series.toString(), "--key", "k", "--out", to()))
        .isZero();
    List<Path> files = written();
    assertThat(files).hasSize(8);
    for (Path path : files) {
      DataSet dataSet = DicomReader.read(path).dataSet();
      assertThat(dataSet.text(Tag.PATIENT_NAME)).isEmpty();
      assertThat(path)
          .isEqualTo(
              Path.of(
                  to(),
                  dataSet.text(Tag.STUDY_INSTANCE_UID).orElseThrow(),
                  dataSet.text(Tag.SERIES_INSTANCE_UID).orElseThrow(),
                  dataSet.text(Tag.SOP_INSTANCE_UID).orElseThrow() + ".dcm"));
    }
    assertThat(files.stream().map(Path::getParent).distinct()).hasSize(1);
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void theSameKeyGivesTheSameNamesInAnotherRunAndNoKeyDoesNot() throws Exception {
    String one = temporary.resolve("one").toString();
    String two = temporary.resolve("two").toString();
    String three = temporary.resolve("three").toString();
    assertThat(run("edit", slice(50), "--deidentify", "--key", "k", "--out", one)).isZero();
    assertThat(run("edit", slice(50), "--deidentify", "--key=k", "--out", two)).isZero();
    assertThat(errors.toString()).isEmpty();
    assertThat(run("edit", slice(50), "--deidentify", "--out", three)).isZero();
    assertThat(errors.toString()).contains("without --key");
    assertThat(names(one)).isEqualTo(names(two)).isNotEqualTo(names(three));
  }

  private static Set<String> names(String folder) throws Exception {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void optionsRetainAndSetComesAfterwards() throws Exception {
    String options = "--deidentify=retain-uids,retain-dates,clean-descriptors";
    String id = "PatientID=Case 1";
    assertThat(run("edit", slice(50), options, "--keep-names", "--set", id, "--out", to()))
        .isZero();
    DicomFile before = DicomReader.read(Path.of(slice(50)));
    DicomFile after = DicomReader.read(Path.of(to(), SampleStudy.fileName(50)));
    for (Tag tag : List.of(Tag.SOP_INSTANCE_UID, Tag.STUDY_DATE, Tag.SERIES_DESCRIPTION)) {
      assertThat(after.dataSet().text(tag)).isEqualTo(before.dataSet().text(tag)).isPresent();
    }
    assertThat(after.dataSet().text(Tag.PATIENT_ID)).contains("Case 1");
    assertThat(errors.toString()).contains("may say who the patient is");
  }

  @Test
  void aRecipeThatDeidentifiesHidesNamesToo() throws Exception {
    Path recipe = temporary.resolve("recipe.yaml");
    Files.writeString(
        recipe,
        """
        voxdesk: 1
        steps:
          - name: for the archive
            steps: [ { deidentify: { options: [clean-descriptors], key: k } } ]
        """);
    assertThat(run("edit", slice(50), "--recipe", recipe.toString(), "--out", to())).isZero();
    assertThat(written()).singleElement().asString().contains("2.25.").doesNotContain("CT_");
    assertThat(DicomReader.read(written().getFirst()).dataSet().text(Tag.STUDY_DESCRIPTION))
        .contains("Synthetic chest CT");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void inPlaceKeepsNamesAndSaysSo() throws Exception {
    Path copy = Files.copy(Path.of(slice(50)), temporary.resolve("copy.dcm"));
    assertThat(run("edit", copy.toString(), "--deidentify", "--key", "k", "--in-place")).isZero();
    assertThat(DicomReader.read(copy).dataSet().text(Tag.PATIENT_NAME)).isEmpty();
    assertThat(errors.toString()).contains("files keep their names");
  }

  @Test
  void whatAPersonHasToLookAtIsToldByFile() throws Exception {
    String risky = temporary.resolve("risky").toString();
    assertThat(run("edit", slice(50), "--set", "BurnedInAnnotation:CS=YES", "--out", risky))
        .isZero();
    assertThat(run("edit", risky, "--deidentify", "--key", "k", "--out", to())).isZero();
    assertThat(errors.toString())
        .containsOnlyOnce(SampleStudy.fileName(50) + ": the pixels show who the patient is");
  }

  @Test
  void aDryRunPrintsEveryChangeAndWritesNothing() {
    assertThat(run("edit", slice(50), "--deidentify", "--key", "k", "--out", to(), "--dry-run"))
        .isZero();
    assertThat(out.toString())
        .contains("PatientName: “Voxdesk^Sample” → “”")
        .contains("StudyDescription: “Synthetic chest CT” → absent")
        .contains("PatientIdentityRemoved: absent → “YES”");
    assertThat(Path.of(to())).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--deidentify=retain-dates;modify-dates, full or modified",
    "--deidentify=everything, no option everything",
    "--key=x, options of --deidentify",
    "--deidentify;--days=-3, an option of --deidentify=modify-dates",
    "--deidentify=modify-dates;--days=-9999, at most 3650",
    "--deidentify;--key=, must not be empty"
  })
  void optionsThatDoNotGoTogetherAreRefused(String options, String reason) {
    String[] given = options.replace("dates;modify", "dates,modify").split(";");
    var line = new ArrayList<>(List.of("edit", slice(50), "--out", to()));
    line.addAll(List.of(given));
    assertThat(run(line.toArray(String[]::new))).isEqualTo(2);
    assertThat(errors.toString()).contains(reason);
  }

  @Test
  void datesAreMovedByTheDaysThatAreGiven() throws Exception {
    assertThat(
            run(
                "edit",
                slice(50),
                "--deidentify=modify-dates",
                "--days=-5",
                "--key",
                "k",
                "--keep-names",
                "--out",
                to()))
        .isZero();
    DataSet after = DicomReader.read(Path.of(to(), SampleStudy.fileName(50))).dataSet();
    assertThat(after.text(Tag.STUDY_DATE)).contains("20251231");
  }
}
