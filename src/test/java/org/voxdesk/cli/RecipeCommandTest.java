package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomReader;
import org.voxdesk.json.DicomJson;
import org.voxdesk.sample.SampleStudy;

/// Recipes and differences from the command line.
class RecipeCommandTest extends CommandLineCase {
  @Test
  void theStepsOfARecipeComeBeforeTheOptions() throws Exception {
    Path recipe =
        recipe(
            """
            voxdesk: 1
            steps:
              - when: { Modality: CT }
                set: { PatientID: P1, StudyID: "{Modality}-7" }
              - when: { Modality: MR }
                delete: [ Modality ]
            """);
    String[] edit = {
      "edit", slice(50), "--recipe", recipe.toString(), "--set", "PatientID=P2", "--out", to()
    };
    assertThat(run(edit)).isZero();
    DataSet edited = edited().dataSet();
    assertThat(edited.text(Tag.PATIENT_ID)).contains("P2");
    assertThat(edited.text(Tag.STUDY_ID)).contains("CT-7");
    assertThat(edited.text(Tag.MODALITY)).contains("CT");
  }

  @Test
  void aDryRunPrintsEveryElementThatWouldChange() throws Exception {
    Path recipe =
        recipe(
            """
            voxdesk: 1
            steps:
              - set: { PatientID: P1 }
              - add: { PatientComments: new }
              - delete: [ KVP ]
              - addItem: OtherPatientIDsSequence[0]
            """);
    String[] edit = {"edit", slice(50), "--recipe", recipe.toString(), "--in-place", "--dry-run"};
    byte[] before = Files.readAllBytes(Path.of(slice(50)));
    assertThat(run(edit)).isZero();
    assertThat(out.toString())
        .contains(slice(50) + "  PatientID: “VOXDESK-SAMPLE” → “P1”")
        .contains("PatientComments: absent → “new”")
        .contains("KVP: “120” → absent")
        .contains("OtherPatientIDsSequence: absent → (1 items)")
        .doesNotContain("MetaInformation");
    assertThat(Path.of(slice(50))).hasBinaryContent(before);
  }

  @Test
  void aDryRunTellsWhatCompressingChanges() {
    assertThat(run("edit", slice(50), "--compress", "rle", "--in-place", "--dry-run")).isZero();
    assertThat(out.toString()).contains("TransferSyntaxUID: “1.2.840.10008.1.2.1” → ");
    assertThat(out.toString()).contains("PixelData: (524288 bytes) → (2 fragments)");
  }

  @Test
  void aRecipeThatIsWrongIsToldWithItsLineAndNothingIsWritten() throws Exception {
    Path recipe = recipe("voxdesk: 1\nsteps:\n  - sett: { PatientID: x }\n");
    assertThat(run("edit", slice(50), "--recipe", recipe.toString(), "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("recipe.yaml, line 3: “sett”").contains("“set”");
    assertThat(temporary.resolve("out")).doesNotExist();
    assertThat(run("edit", slice(50), "--out", to())).isEqualTo(2);
  }

  @Test
  void filesAreComparedElementByElement() throws Exception {
    assertThat(run("edit", slice(50), "--set", "PatientID=P2", "--out", to())).isZero();
    String other = temporary.resolve("out").resolve(SampleStudy.fileName(50)).toString();
    assertThat(run("diff", slice(50), slice(50))).isZero();
    assertThat(run("diff", slice(50), other)).isEqualTo(1);
    assertThat(out.toString()).endsWith("PatientID: “VOXDESK-SAMPLE” → “P2”\n");
    assertThat(run("diff", "--json", slice(50), other)).isEqualTo(1);
    assertThat(out.toString()).contains("\"value\" : \"P2\"");
  }

  @Test
  void tagsArePrintedAsDicomJson() throws Exception {
    assertThat(run("tags", slice(50), "--dicom-json")).isZero();
    DataSet read = DicomJson.read(out.toString());
    DataSet source = DicomReader.read(Path.of(slice(50))).dataSet();
    assertThat(read.text(Tag.PATIENT_ID)).isEqualTo(source.text(Tag.PATIENT_ID));
    assertThat(read.elements()).hasSize(source.elements().size() - 1);
    assertThat(errors.toString()).contains("PixelData is left out");
  }

  private Path recipe(String text) throws Exception {
    return Files.writeString(temporary.resolve("recipe.yaml"), text);
  }

  private org.voxdesk.io.DicomFile edited() throws Exception {
    return DicomReader.read(temporary.resolve("out").resolve(SampleStudy.fileName(50)));
  }
}
