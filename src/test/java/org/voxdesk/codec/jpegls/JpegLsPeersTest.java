package org.voxdesk.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.Peers;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

class JpegLsPeersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "8, 1", "10, 1", "12, 1", "14, 1", "16, 1", "8, 3",
  })
  void dcmtkReadsWhatIsEncoded(int precision, int components) throws Exception {
    for (Planes kind : List.of(Planes.RUNS, Planes.EXTREMES, Planes.WALK)) {
      assertRead(kind, precision, components, "dcmdjpls");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, 1", "10, 1", "12, 1", "14, 1", "16, 1", "8, 3",
  })
  void gdcmReadsWhatIsEncoded(int precision, int components) throws Exception {
    for (Planes kind : List.of(Planes.RUNS, Planes.EXTREMES, Planes.WALK)) {
      assertRead(kind, precision, components, "gdcmconv", "--raw");
    }
  }

  private void assertRead(
      Planes kind, int precision, int components, String program, String... options)
      throws Exception {
    int[][][] planes = kind.create(61, 40, components, (1 << precision) - 1);
    SampleBuffer samples = Planes.buffer(planes, precision);
    byte[] coded = new JpegLsEncoder(precision).encode(samples);
    var fragments =
        new Value.Fragments(
            List.of(fragment(new byte[0]), fragment(Arrays.copyOf(coded, coded.length + 1 & ~1))));
    Path compressed = folder.resolve(kind + ".dcm");
    var file =
        DicomFile.of(
            image(precision, components, fragments), TransferSyntax.of("1.2.840.10008.1.2.4.80"));
    DicomWriter.save(file, compressed, AtomicFile.Existing.REPLACE);
    Path raw = folder.resolve(kind + "-raw.dcm");
    Peers.convert(compressed, raw, program, options);
    DataSet read = DicomReader.read(raw).dataSet();
    assertThat(read.get(Tag.PIXEL_DATA).orElseThrow().bytes())
        .as("%s", kind)
        .startsWith(samples.bytes());
  }

  private static DataSet image(int precision, int components, Value pixels) throws Exception {
    int allocated = precision > 8 ? 16 : 8;
    var layout = new Layout(61, 40, allocated, precision, precision - 1, false);
    return Images.image(Encoding.EXPLICIT_LITTLE, layout, Vr.OB, new byte[0])
        .with(Tag.SAMPLES_PER_PIXEL, Vr.US, Integer.toString(components))
        .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, components == 1 ? "MONOCHROME2" : "RGB")
        .with(Tag.PLANAR_CONFIGURATION, Vr.US, "0")
        .with(DataElement.of(Tag.PIXEL_DATA, Vr.OB, Encoding.EXPLICIT_LITTLE.order(), pixels));
  }

  private static Value.Fragment fragment(byte[] bytes) {
    return new Value.Fragment(new Value.Bytes(bytes), Framing.NONE);
  }
}
