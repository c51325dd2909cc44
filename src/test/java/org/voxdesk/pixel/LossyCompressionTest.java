package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;

class LossyCompressionTest {
  private static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);
  private static final Tag LOSSY = Tag.of(0x0028, 0x2110);

  @Test
  void whatWasLostBeforeIsLostInPlainPixelsToo() throws DicomException {
    DataSet once = EMPTY.with(LOSSY, Vr.CS, "01");
    assertThat(LossyCompression.of(once, TransferSyntax.EXPLICIT_LITTLE).orElseThrow().ratios())
        .isEmpty();
    DataSet twice = once.with(Tag.of(0x0028, 0x2112), Vr.DS, "13.9\\2");
    assertThat(LossyCompression.of(twice, TransferSyntax.EXPLICIT_LITTLE))
        .contains(new LossyCompression(List.of("13.9", "2")));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2.4.50, '', true",
    "1.2.840.10008.1.2.4.51, 00, true",
    "1.2.840.10008.1.2.4.91, '', true",
    "1.2.840.10008.1.2.4.91, 00, false",
    "1.2.840.10008.1.2.4.90, '', false",
    "1.2.840.10008.1.2.4.70, 00, false",
    "1.2.840.10008.1.2.1, '', false"
  })
  void aLossyTransferSyntaxTellsToo(String uid, String said, boolean lossy) throws DicomException {
    DataSet dataSet = EMPTY.with(LOSSY, Vr.CS, said);
    assertThat(LossyCompression.of(dataSet, TransferSyntax.of(uid)).isPresent()).isEqualTo(lossy);
  }
}
