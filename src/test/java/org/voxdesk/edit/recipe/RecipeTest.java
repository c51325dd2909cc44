package org.voxdesk.edit.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.SetValue;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.text.ExplainedException;

class RecipeTest {
  private static final Tag COMMENTS = new Tag(0x00104000);
  private static final Tag OTHER_IDS = new Tag(0x00101002);

  @TempDir Path folder;

  private final DicomFile file;

  RecipeTest() throws Exception {
    DicomFile made = DicomReader.read(Images.bytes(Images.slice(0, 1)));
    file =
        made.withDataSet(
            made.dataSet()
                .with(Tag.MODALITY, Vr.CS, "CT")
                .with(Tag.PATIENT_ID, Vr.LO, "P0")
                .with(Tag.STUDY_DATE, Vr.DA, "20200102")
                .with(Tag.STUDY_DESCRIPTION, Vr.LO, "Chest routine")
                .with(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY")
                .with(Tag.SLICE_THICKNESS, Vr.DS, "1.50")
                .with(Tag.of(0x0029, 0x0011), Vr.LO, "ACME 1.0")
                .with(Tag.of(0x0029, 0x1110), Vr.LO, "secret")
                .with(Tag.of(0x6000, 0x0010), Vr.US, "4")
                .with(Tag.of(0x6002, 0x0010), Vr.US, "4"));
  }

  @Test
  void stepsAreMadeOneAfterTheOther() throws Exception {
    DataSet edited =
        apply(
            """
            voxdesk: 1
            name: tidy up
            steps:
              - set:
                  PatientID: 007
                  PatientBirthDate: 19700101
                  StudyDescription: "{StudyDate} {{x} {Modality}"
                  ImageType: [DERIVED, SECONDARY, 007]
                  "(0009,0010)": MINE
                  "(0009,1001):LO": x
              - add: { PatientComments: checked }
              - delete: [ SliceThickness, "(60xx,0010)", "(0029,xx10 ACME 1.0)" ]
              - addItem: OtherPatientIDsSequence[0]
              - set: { "OtherPatientIDsSequence[0].PatientID": y }
              - put: { "0040A123": { vr: PN, Value: [ { Alphabetic: A^B } ] } }
                into: OtherPatientIDsSequence[0]
              - reencode: utf8
            """);
    assertThat(edited.text(Tag.PATIENT_ID)).contains("007");
    assertThat(edited.text(Tag.STUDY_DESCRIPTION)).contains("20200102 {x} CT");
    assertThat(edited.texts(Tag.IMAGE_TYPE)).containsExactly("DERIVED", "SECONDARY", "007");
    assertThat(edited.text(COMMENTS)).contains("checked");
    assertThat(edited.contains(Tag.SLICE_THICKNESS)).isFalse();
    assertThat(edited.contains(Tag.of(0x6002, 0x0010))).isFalse();
    assertThat(edited.contains(Tag.of(0x0029, 0x1110))).isFalse();
    assertThat(edited.contains(Tag.of(0x0029, 0x0011))).isTrue();
    assertThat(edited.items(OTHER_IDS).getFirst().text(Tag.PATIENT_ID)).contains("y");
    assertThat(edited.items(OTHER_IDS).getFirst().text(new Tag(0x0040A123))).contains("A^B");
    assertThat(edited.text(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { Modality: CT }                                        | true
          { Modality: [MR, CT] }                                  | true
          { Modality: MR }                                        | false
          { Modality: ct }                                        | false
          { SliceThickness: 1.5 }                                 | true
          { SliceThickness: { below: 2, above: 1 } }              | true
          { SliceThickness: { atLeast: 1.5, atMost: 1.5 } }       | true
          { SliceThickness: { below: 1.5 } }                      | false
          { StudyDescription: { matches: "chest.*" } }            | true
          { StudyDescription: { matches: chest } }                | false
          { StudyDescription: { contains: ROUT } }                | true
          { ImageType: PRIMARY }                                  | true
          { PatientComments: { present: true } }                  | false
          { PatientComments: { present: false } }                 | true
          { PatientComments: "" }                                 | false
          { Modality: CT, PatientID: P1 }                         | false
          { any: [ { Modality: MR }, { PatientID: P0 } ] }        | true
          { not: { Modality: MR }, Modality: CT }                 | true
          { all: [ { Modality: CT }, { Modality: MR } ] }         | false
          { "(0029,xx10 ACME 1.0)": secret }                      | true
          { "(0029,xx10 OTHER)": { present: true } }              | false
          """)
  void aStepIsMadeWhereItsConditionHolds(String when, boolean holds) throws Exception {
    String text = "voxdesk: 1\nsteps:\n  - when: " + when + "\n    set: { PatientID: NEW }\n";
    Recipe recipe = Recipe.parse(text, "r");
    assertThat(recipe.applyTo(file).dataSet().text(Tag.PATIENT_ID)).contains(holds ? "NEW" : "P0");
    assertThat(Recipe.parse(recipe.yaml(), "r")).isEqualTo(recipe);
    assertThat(Recipe.parse(recipe.json(), "r")).isEqualTo(recipe);
  }

  @Test
  void aPrivateElementIsFoundByItsOwnerAndGetsABlockWhereTheOwnerHasNone() throws Exception {
    DataSet edited =
        apply(
            """
            voxdesk: 1
            steps:
              - set:
                  "(0029,xx10 ACME 1.0):LO": known
                  "(0029,xx20 Other Owner):LO": "was {(0029,xx10 ACME 1.0)}"
            """);
    assertThat(edited.text(Tag.of(0x0029, 0x1110))).contains("known");
    assertThat(edited.text(Tag.of(0x0029, 0x0010))).contains("Other Owner");
    assertThat(edited.text(Tag.of(0x0029, 0x1020))).contains("was secret");
  }

  @Test
  void privateElementsGoWhereverTheyAre() throws Exception {
    DicomFile nested = ItemEdit.add(TagPath.of(OTHER_IDS), 0).apply(file);
    TagPath inside = TagPath.of(OTHER_IDS).child(0, Tag.of(0x0009, 0x1001));
    nested = new SetValue(inside, Vr.LO, "x").apply(nested);
    Recipe recipe = Recipe.parse("voxdesk: 1\nsteps: [ { delete: private } ]", "r");
    DicomFile edited = recipe.applyTo(nested);
    assertThat(edited.dataSet().elements()).noneMatch(e -> e.tag().isPrivate());
    assertThat(edited.dataSet().items(OTHER_IDS).getFirst().elements()).isEmpty();
    assertThat(recipe.applyTo(edited)).isEqualTo(edited);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ add: { PatientID: x } }",
        "{ set: { PatientBirthDate: soon } }",
        "{ set: { PatientID: \"{AcquisitionDate}\" } }",
        "{ set: { \"(0009,1001)\": x } }",
        "{ set: { \"OtherPatientIDsSequence[0].PatientID\": x } }",
        "{ deleteItem: \"OtherPatientIDsSequence[0]\" }"
      })
  void whatIsNotPossibleInAFileIsRefused(String step) throws Exception {
    Recipe recipe = Recipe.parse("voxdesk: 1\nsteps: [ " + step + " ]", "r");
    assertThatThrownBy(() -> recipe.applyTo(file)).isInstanceOf(DicomException.class);
  }

  @Test
  void rulesAreBrokenKnowingly() throws Exception {
    DataSet edited =
        apply("voxdesk: 1\nsteps: [ { set: { PatientBirthDate: soon }, anyway: true } ]");
    assertThat(edited.text(Tag.PATIENT_BIRTH_DATE)).contains("soon");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steps: []                                    | line 1: “voxdesk” is missing
          voxdesk: 2                                   | line 1: version 2 of recipes is not known, only 1
          voxdesk: 1                                   | line 1: “steps” is missing
          voxdesk: 1~stepz: []                         | line 2: “stepz” is not known here; perhaps “steps” is meant
          voxdesk: 1~steps: 3                          | line 2: a list is wanted
          voxdesk: 1~steps: []~steps: []               | line 3: “steps” is there twice
          voxdesk: 1~steps:~- sett: {}                 | line 3: “sett” is not known here; perhaps “set” is meant
          voxdesk: 1~steps:~- name: x                  | line 3: “name” is not known here
          voxdesk: 1~steps:~- {}                       | line 3: a step does one of set, add
          voxdesk: 1~steps:~- set: {}~  add: {}        | line 3: a step does one thing; set and add are two
          voxdesk: 1~steps:~- set: {}~  to: 1          | line 4: “to” is not known here
          voxdesk: 1~steps:~- set:~    PatientNam: x   | line 4: “PatientNam” is no tag, keyword or path; perhaps “PatientName” is meant
          voxdesk: 1~steps:~- set:~    "PatientID:ZZ": x | line 4: there is no VR ZZ
          voxdesk: 1~steps:~- set: { PatientID: "{x" } | line 3: a brace is not closed
          voxdesk: 1~steps:~- set: { PatientID: "{Foo}" } | line 3: “Foo” is no tag
          voxdesk: 1~steps:~- set: { PatientID: { a: 1 } } | line 3: one value is wanted
          voxdesk: 1~steps:~- delete: [ Fooo ]         | line 3: “Fooo” is no tag
          voxdesk: 1~steps:~- addItem: PatientID       | line 3: “PatientID” is no item
          voxdesk: 1~steps:~- addItem: "A[0]"         | line 3: “A[0]” is no item
          voxdesk: 1~steps:~- threshold: { below: x, to: 1 } | line 3: “x” is no number
          voxdesk: 1~steps:~- threshold: { below: 1, to: 1, units: cm } | line 3: “cm” is not known here
          voxdesk: 1~steps:~- reencode: utf-8          | line 3: “utf-8” is not known here; perhaps “utf8” is meant
          voxdesk: 1~steps:~- when: { Modality: { iss: CT } }~  delete: private | line 3: “iss” is not known here; perhaps “is” is meant
          voxdesk: 1~steps:~- when: { Modality: { matches: "(" } }~  delete: private | line 3: “(” is no regular expression
          voxdesk: 1~steps:~- when: { Rows: { below: x } }~  delete: private | line 3: “x” is no number
          voxdesk: 1~steps:~- set: {}~  anyway: maybe  | line 4: “maybe” is neither true nor false
          voxdesk: 1~steps:~- put: { "00100010": { vr: XX } } | line 3: (0010,0010) has no value representation
          voxdesk: 1~  x: [                            | line 2: this is no YAML or JSON
          {"voxdesk": 1, "steps": [}                   | line 1: this is no YAML or JSON
          """)
  void whatIsWrongIsSaidInOneSentenceWithItsLine(String text, String sentence) {
    assertThatThrownBy(() -> Recipe.parse(text.replace('~', '\n'), "mine.yaml"))
        .isInstanceOf(ExplainedException.class)
        .hasMessageStartingWith("mine.yaml, ")
        .hasMessageContaining(sentence);
  }

  @Test
  void whatWasDoneByHandBecomesFewReadableSteps() throws Exception {
    List<Edit> edits =
        List.of(
            new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "A{b}"),
            new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "X^Y"),
            new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "B"));
    Recipe recipe = Recipe.of("by hand", edits);
    assertThat(recipe.yaml())
        .isEqualTo(
            """
            voxdesk: 1
            name: "by hand"
            steps:
            - set:
                PatientID: "A{{b}"
                PatientName: "X^Y"
            - set:
                PatientID: "B"
            """);
    assertThat(recipe.applyTo(file).dataSet().text(Tag.PATIENT_ID)).contains("B");
  }

  @Test
  void aRecipeWithAKeyIsReadableByItsUserAlone() throws Exception {
    Recipe secret = Recipe.parse("voxdesk: 1\nsteps:\n- deidentify: { key: secret }\n", "r");
    Recipe open = Recipe.parse("voxdesk: 1\nsteps:\n- set: { StudyID: a }\n", "r");
    Path file = folder.resolve("secret.yaml");
    Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    secret.write(file, Existing.REFUSE);
    assertThat(permissions(file)).isEqualTo("rw-------");
    Path replaced = folder.resolve("replaced.yaml");
    open.write(replaced, Existing.REFUSE);
    Files.setPosixFilePermissions(replaced, PosixFilePermissions.fromString("rw-r--r--"));
    secret.write(replaced, Existing.REPLACE);
    assertThat(permissions(replaced)).isEqualTo("rw-------");
    assertThat(Recipe.read(replaced).deidentifies()).isTrue();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aRecipeIsWrittenInTheFormItsNameAsksFor() throws Exception {
    Recipe recipe = Recipe.parse("voxdesk: 1\nname: n\nsteps: [ { delete: private } ]", "r");
    for (String name : List.of("a.yaml", "a.json")) {
      Path target = folder.resolve(name);
      recipe.write(target, Existing.REFUSE);
      assertThat(Recipe.read(target)).isEqualTo(recipe);
    }
    assertThat(folder.resolve("a.json")).content().startsWith("{");
    assertThatThrownBy(() -> Recipe.read(folder.resolve("none.yaml")))
        .hasMessageContaining("none.yaml does not exist");
  }

  private DataSet apply(String text) throws Exception {
    Recipe recipe = Recipe.parse(text, "r");
    assertThat(Recipe.parse(recipe.yaml(), "r").yaml()).isEqualTo(recipe.yaml());
    DicomFile edited = recipe.applyTo(file);
    DicomFile again = Recipe.parse(recipe.json(), "r").applyTo(file);
    assertThat(DicomWriter.bytes(again)).isEqualTo(DicomWriter.bytes(edited));
    return DicomReader.read(DicomWriter.bytes(edited)).dataSet();
  }
}
