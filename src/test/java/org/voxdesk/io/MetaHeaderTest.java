package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Node;

class MetaHeaderTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;
  private static final byte[] DATA_SET =
      Raw.bytes(EXPLICIT, List.of(Raw.text(0x00080060, "CS", "CT")));
  private static final Node VERSION = Raw.text(0x00020013, "SH", "OTHER 1.0");

  private final DicomFile plain;
  private final DicomFile versioned;

  MetaHeaderTest() throws DicomException {
    plain = DicomReader.read(Raw.file(EXPLICIT, DATA_SET));
    versioned = DicomReader.read(Raw.file(EXPLICIT, List.of(VERSION), DATA_SET));
  }

  @Test
  void addingAnElementMovesTheGroupLength() throws Exception {
    DataSet meta = plain.meta().with(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, "OTHER 1.0");
    assertThat(DicomWriter.bytes(plain.withMeta(meta))).isEqualTo(DicomWriter.bytes(versioned));
  }

  @Test
  void deletingAnElementMovesTheGroupLength() throws Exception {
    DataSet meta = versioned.meta().without(Tag.IMPLEMENTATION_VERSION_NAME);
    assertThat(DicomWriter.bytes(versioned.withMeta(meta))).isEqualTo(DicomWriter.bytes(plain));
  }

  @Test
  void changingAnElementMovesTheGroupLength() throws Exception {
    DataSet meta = versioned.meta().with(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, "V");
    byte[] expected = Raw.file(EXPLICIT, List.of(Raw.text(0x00020013, "SH", "V")), DATA_SET);
    assertThat(DicomWriter.bytes(versioned.withMeta(meta))).isEqualTo(expected);
  }

  @Test
  void aWrongGroupLengthStaysUntilTheGroupIsEdited() throws Exception {
    byte[] wrong = Raw.file(EXPLICIT, List.of(VERSION), DATA_SET);
    wrong[128 + 4 + 8] = 99;
    DicomFile file = DicomReader.read(wrong);
    assertThat(file.dataSet().text(Tag.MODALITY)).contains("CT");
    assertThat(DicomWriter.bytes(file)).isEqualTo(wrong);
    DataSet meta = file.meta().with(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, "V");
    assertThat(DicomWriter.bytes(file.withMeta(meta)))
        .isEqualTo(Raw.file(EXPLICIT, List.of(Raw.text(0x00020013, "SH", "V")), DATA_SET));
  }

  @Test
  void aMetaHeaderWithoutGroupLengthIsReadAndGetsNone() throws Exception {
    byte[] whole = Raw.file(EXPLICIT, List.of(VERSION), DATA_SET);
    byte[] without =
        Raw.join(Arrays.copyOf(whole, 132), Arrays.copyOfRange(whole, 132 + 12, whole.length));
    DicomFile file = DicomReader.read(without);
    assertThat(DicomWriter.bytes(file)).isEqualTo(without);
    assertThat(file.dataSet().text(Tag.MODALITY)).contains("CT");
    DataSet meta = file.meta().with(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, "V");
    assertThat(file.withMeta(meta).meta().contains(Tag.META_GROUP_LENGTH)).isFalse();
  }

  @Test
  void anImplicitMetaHeaderIsReadAndKept() throws Exception {
    Encoding implicit = Encoding.IMPLICIT_LITTLE;
    List<Node> meta = List.of(Raw.text(0x00020010, "UI", TransferSyntax.of(implicit).uid()));
    byte[] bytes =
        Raw.join(
            new byte[128],
            "DICM".getBytes(StandardCharsets.US_ASCII),
            Raw.bytes(implicit, meta),
            Raw.bytes(implicit, List.of(Raw.text(0x00080060, "CS", "CT"))));
    DicomFile file = DicomReader.read(bytes);
    assertThat(DicomWriter.bytes(file)).isEqualTo(bytes);
    assertThat(file.dataSet().text(Tag.MODALITY)).contains("CT");
    assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_LITTLE);
  }

  @Test
  void aNewFileSaysWhatItHoldsAndWhoWroteIt() throws Exception {
    DataSet dataSet =
        DataSet.empty(EXPLICIT)
            .with(Tag.SOP_CLASS_UID, Vr.UI, Uids.CT_IMAGE_STORAGE)
            .with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.4");
    byte[] bytes = DicomWriter.bytes(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_LITTLE));
    DicomFile again = DicomReader.read(bytes);
    assertThat(again.problems()).isEmpty();
    assertThat(again.meta().text(Tag.MEDIA_STORAGE_SOP_CLASS_UID)).contains(Uids.CT_IMAGE_STORAGE);
    assertThat(again.meta().text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).contains("1.2.3.4");
    assertThat(again.meta().text(Tag.IMPLEMENTATION_CLASS_UID)).contains(Uids.IMPLEMENTATION_CLASS);
    int metaEnd = 132 + 12 + again.meta().integer(Tag.META_GROUP_LENGTH).orElseThrow();
    assertThat(Arrays.copyOfRange(bytes, metaEnd, metaEnd + 4)).containsExactly(8, 0, 0x16, 0);
  }
}
