package org.voxdesk.pixel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;

/// That an image lost something to compression at some time, perhaps before it was encoded as it is
/// (PS3.3 C.7.6.1.1.5).
///
/// @param ratios how many times smaller it became, as the file says for each time it was
///   compressed; often empty
public record LossyCompression(List<String> ratios) {
  private static final Tag RATIO = Tag.of(0x0028, 0x2112);
  private static final String JPEG = "1.2.840.10008.1.2.4.";

  /// Never without loss: JPEG's DCT processes, also recompressed as JPEG XL, MPEG and HEVC.
  private static final Set<String> ALWAYS =
      Set.of(
          "50", "51", "52", "53", "54", "55", "56", "59", "60", "61", "62", "63", "64", "100",
          "100.1", "101", "101.1", "102", "102.1", "103", "103.1", "104", "104.1", "105", "105.1",
          "106", "106.1", "107", "108", "111");

  /// With loss unless the file says that there was none: JPEG-LS near-lossless, JPEG 2000,
  /// High-Throughput JPEG 2000 and JPEG XL.
  private static final Set<String> USUALLY = Set.of("81", "91", "93", "112", "203");

  public LossyCompression {
    ratios = List.copyOf(ratios);
  }

  /// The loss of an image that is encoded in `syntax`; empty where there was none.
  public static Optional<LossyCompression> of(DataSet dataSet, TransferSyntax syntax) {
    String said = dataSet.text(Tag.LOSSY_IMAGE_COMPRESSION).orElse("");
    String uid = syntax.uid();
    String jpeg = uid.startsWith(JPEG) ? uid.substring(JPEG.length()) : "";
    boolean lossy =
        said.equals("01")
            || ALWAYS.contains(jpeg)
            || (USUALLY.contains(jpeg) && !said.equals("00"));
    return lossy
        ? Optional.of(
            new LossyCompression(
                dataSet.texts(RATIO).stream().filter(ratio -> !ratio.isEmpty()).toList()))
        : Optional.empty();
  }
}
