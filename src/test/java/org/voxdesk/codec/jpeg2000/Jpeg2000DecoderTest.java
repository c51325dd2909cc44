package org.voxdesk.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.codec.CataloguedImage;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.FrameDecoder;

class Jpeg2000DecoderTest extends CodecContract {
  @Override
  protected FrameDecoder decoder() {
    return new Jpeg2000Decoder();
  }

  @Override
  protected long scratch() {
    return 4 << 20;
  }

  @Override
  protected List<Example> examples() throws IOException {
    return List.of(
        example("grey, 8 bit", 50, 37, 1, 8, each -> {}),
        example("grey, 16 bit", 64, 48, 1, 16, each -> {}),
        example("grey, 12 bit", 33, 65, 1, 12, each -> {}),
        example("one pixel", 1, 1, 1, 8, each -> {}),
        example("colour, transformed", 40, 30, 3, 8, each -> {}),
        example(
            "colour, not transformed",
            40,
            30,
            3,
            8,
            each -> each.setComponentTransformation(false)),
        example("colour, 16 bit", 20, 20, 3, 16, each -> {}),
        example("tiles", 100, 70, 1, 16, Jpeg2000Samples.tiles(32, 48)),
        example("colour in tiles", 50, 40, 3, 8, Jpeg2000Samples.tiles(32, 32)),
        example("boxed", 30, 20, 3, 8, each -> each.setWriteCodeStreamOnly(false)),
        example(
            "small code-blocks, no levels",
            70,
            40,
            1,
            8,
            each -> {
              each.setCodeBlockSize(new int[] {4, 8});
              each.setNumDecompositionLevels(0);
            }),
        example(
            "markers in front of packets and behind their headers",
            60,
            60,
            1,
            16,
            each -> {
              each.setSOP(true);
              each.setEPH(true);
              each.setProgressionType("res-pos");
            }));
  }

  private static Example example(
      String name,
      int columns,
      int rows,
      int components,
      int bits,
      Consumer<J2KImageWriteParam> options)
      throws IOException {
    int width = bits > 8 ? 2 : 1;
    byte[] samples = Jpeg2000Samples.samples(columns, rows, components, bits);
    byte[] coded = Jpeg2000Samples.encoded(samples, columns, rows, components, width, options);
    return new Example(name, coded, columns, rows, components, width, samples);
  }

  static Stream<CataloguedImage> images() throws IOException {
    return CataloguedImage.in("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91")
        .filter(image -> image.frames() > 0);
  }

  @ParameterizedTest
  @MethodSource("images")
  void realFilesDecodeAsOtherToolkitsDecodeThem(CataloguedImage image) throws Exception {
    List<byte[]> frames = frames(image.fragments());
    assertThat(frames).hasSize(image.frames());
    byte[] values = image.storedValues(decoder(), frames);
    String diff =
        java.nio.file.Files.exists(image.reference()) ? "" + image.greatestDifference(values) : "-";
    boolean same = CataloguedImage.sha256(values).equals(image.sha256());
    System.err.println("XX " + image + " " + same + " " + diff);
    assertThat(CataloguedImage.sha256(values)).isEqualTo(image.sha256());
  }

  private static List<byte[]> frames(List<byte[]> fragments) {
    List<byte[]> frames = new ArrayList<>();
    for (byte[] fragment : fragments) {
      boolean begins =
          fragment.length > 4
              && ((fragment[0] == (byte) 0xFF && fragment[1] == 0x4F)
                  || (fragment[4] == 'j' && fragment[5] == 'P'));
      if (begins) {
        frames.add(fragment);
      } else {
        byte[] first = frames.removeLast();
        byte[] joined = java.util.Arrays.copyOf(first, first.length + fragment.length);
        System.arraycopy(fragment, 0, joined, first.length, fragment.length);
        frames.add(joined);
      }
    }
    return frames;
  }
}
