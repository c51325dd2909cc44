package org.voxdesk.edit.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ApplyRecipe;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.PixelRegion;
import org.voxdesk.edit.PutElement;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.RemapUids;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.edit.deid.ProfileOption;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

/// Every edit that there is has a form as a step, and is the same edit again when it is read.
class EveryEditTest {
  private static final Tag SEQUENCE = new Tag(0x00101002);
  private static final TagPath INSIDE = TagPath.of(SEQUENCE).child(0, Tag.PATIENT_ID);

  private final DicomFile file;

  EveryEditTest() throws Exception {
    DicomFile read = DicomReader.read(Images.bytes(Images.slice(0, 1)));
    DicomFile items = ItemEdit.add(TagPath.of(SEQUENCE), 0).apply(read);
    file =
        ItemEdit.add(TagPath.of(SEQUENCE), 1).apply(new SetValue(INSIDE, Vr.LO, "1").apply(items));
  }

  private List<Edit> edits() throws Exception {
    Edit set = new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "a{b}\\c");
    return List.of(
        set,
        new SetValue(TagPath.of(Tag.of(0x0009, 0x1001)), Vr.UT, "two\nlines: \"x\" # y"),
        new SetValue(TagPath.of(Tag.PIXEL_PADDING_VALUE), Vr.SS, "-1"),
        new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.LO, "odd VR"),
        new SetValue(INSIDE, Vr.LO, "in an item"),
        new SetValue(TagPath.of(Tag.PATIENT_BIRTH_DATE), Vr.DA, "soon", Checking.STORABLE),
        new SetValue(TagPath.of(SEQUENCE), Vr.SQ, "", Checking.STORABLE),
        new SetValue(TagPath.of(Tag.IMPLEMENTATION_VERSION_NAME), Vr.SH, "X"),
        new DeleteElement(TagPath.of(Tag.PATIENT_ID)),
        new DeleteElement(INSIDE),
        ItemEdit.add(TagPath.of(SEQUENCE), 1),
        ItemEdit.delete(TagPath.of(SEQUENCE), 0),
        ItemEdit.duplicate(TagPath.of(SEQUENCE), 0),
        ItemEdit.move(TagPath.of(SEQUENCE), 1, 0),
        new RemapUids(
            TagPath.of(Tag.STUDY_INSTANCE_UID),
            Map.of(file.dataSet().text(Tag.STUDY_INSTANCE_UID).orElse("1"), "1.2.3", "9.8", "9.9")),
        new ReencodeText(),
        new EmptyPreamble(),
        new Deidentify(ProfileOptions.BASIC, new PseudonymKey("0123")),
        new Deidentify(
            new ProfileOptions(
                Set.of(ProfileOption.RETAIN_MODIFIED_DATES, ProfileOption.CLEAN_DESCRIPTORS),
                OptionalInt.of(-100)),
            new PseudonymKey("a: key # \"x\"")),
        new ThresholdPixels(-500.5, 7, ThresholdPixels.Units.STORED),
        new ThresholdPixels(0, 100, 1, ThresholdPixels.Units.OUTPUT),
        ThresholdPixels.within(
            Map.of("1.2.3", PixelRegion.of(BitSet.valueOf(new long[] {6, 1L << 40}))),
            2,
            ThresholdPixels.Units.STORED),
        new EditsTogether(List.of(new ReencodeText(), set)),
        new ApplyRecipe(new Recipe("some", List.of(Step.of(set)))),
        new ApplyRecipe(
            Recipe.parse(
                "voxdesk: 1\nsteps: [ { when: { Modality: CT }, set: { PatientID: x } } ]", "r")));
  }

  private List<PutElement> puts() throws Exception {
    DataSet latin =
        DataSet.empty(Encoding.EXPLICIT_BIG)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(Tag.STUDY_DESCRIPTION, Vr.LO, "Thorax nativ")
            .with(Tag.ROWS, Vr.US, "513");
    DataSet item = DataSet.empty(Encoding.IMPLICIT_LITTLE).with(Tag.ROWS, Vr.US, "7");
    DataElement sequence =
        DataElement.of(
            SEQUENCE,
            Vr.SQ,
            ByteOrder.LITTLE_ENDIAN,
            new Value.Items(List.of(new Value.Item(item, Framing.NONE))));
    return List.of(
        PutElement.ofBytes(TagPath.of(Tag.of(0x0009, 0x1001)), Vr.OB, new byte[] {1, 2, 3, 4}),
        PutElement.ofBytes(TagPath.of(SEQUENCE).child(0, Tag.ROWS), Vr.UN, new byte[] {1, 2}),
        PutElement.ofBytes(
            TagPath.of(Tag.SLICE_THICKNESS),
            Vr.DS,
            "  1.0 \\ +2".getBytes(StandardCharsets.US_ASCII)),
        new PutElement(TagPath.of(Tag.STUDY_DESCRIPTION), latin),
        new PutElement(TagPath.of(Tag.ROWS), latin),
        PutElement.of(TagPath.of(SEQUENCE), sequence));
  }

  @Test
  void everyEditComesBackEqualAndDoesTheSame() throws Exception {
    for (Edit edit : edits()) {
      for (Edit again : read(edit)) {
        assertThat(again).isEqualTo(edit);
        assertThat(DicomWriter.bytes(again.apply(file)))
            .as(edit.toString())
            .isEqualTo(DicomWriter.bytes(edit.apply(file)));
      }
    }
  }

  @Test
  void wholeElementsComeBackWithTheSameBytes() throws Exception {
    for (PutElement edit : puts()) {
      for (Edit again : read(edit)) {
        assertThat(again)
            .isInstanceOfSatisfying(
                PutElement.class, put -> assertThat(put.path()).isEqualTo(edit.path()));
        assertThat(DicomWriter.bytes(again.apply(file)))
            .as(edit.toString())
            .isEqualTo(DicomWriter.bytes(edit.apply(file)));
      }
    }
  }

  @Test
  void everyKindOfEditIsAmongThem() throws Exception {
    Set<Class<?>> tried = edits().stream().map(Edit::getClass).collect(Collectors.toSet());
    tried.add(puts().getFirst().getClass());
    assertThat(tried).containsAll(Arrays.asList(Edit.class.getPermittedSubclasses()));
  }

  @Test
  void compressedPixelsAreNoPartOfARecipe() {
    DataElement pixels =
        DataElement.of(
            Tag.PIXEL_DATA, Vr.OB, ByteOrder.LITTLE_ENDIAN, new Value.Fragments(List.of()));
    assertThatThrownBy(() -> Step.of(PutElement.of(TagPath.of(Tag.PIXEL_DATA), pixels)))
        .hasMessageContaining("PixelData");
  }

  private static List<Edit> read(Edit edit) throws Exception {
    Recipe recipe = Recipe.of("", List.of(edit));
    return List.of(
        Recipe.parse(recipe.yaml(), "r").steps().getFirst().edit(),
        Recipe.parse(recipe.json(), "r").steps().getFirst().edit());
  }
}
