package org.voxdesk.codec.jpeg2000;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.codec.CataloguedImage;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;

class Jpeg2000DecoderTest extends CodecContract {
  private static final int LARGER = 256;

  /// Where SIZ has sign and bits of the first component.
  private static final int SIGN = 42;

  /// These have no reference array, being large.
  private static final Set<String> LARGE_LOSSY = Set.of("RG1_J2KI.dcm", "RG3_J2KI.dcm");

  private static final String DAMAGED = "JPEG2000-embedded-sequence-delimiter.dcm";
  private static final String WITH_DELIMITER = "emri_small_jpeg_2k_lossless.dcm";
  private static final String WITHOUT_DELIMITER = "emri_small_jpeg_2k_lossless_too_short.dcm";

  @Override
  protected FrameDecoder decoder() {
    return new Jpeg2000Decoder();
  }

  /// The library holds a tile as int or float, and its code-blocks.
  @Override
  protected long scratch() {
    return (1 << 20) + 8 * LARGER * LARGER;
  }

  @Override
  protected List<Example> examples() throws IOException {
    return List.of(
        example("grey, 8 bit", 50, 37, 1, 8, each -> {}),
        example("grey, 16 bit", 64, 48, 1, 16, each -> {}),
        example("one pixel", 1, 1, 1, 8, each -> {}),
        example("colour, transformed", 40, 30, 3, 8, each -> {}),
        example("colour, 16 bit", 60, 60, 3, 16, each -> {}),
        example("two components", 60, 60, 2, 8, each -> {}),
        example("tiles", 100, 70, 1, 8, Jpeg2000Samples.tiles(32, 48)),
        example("larger", LARGER, LARGER, 1, 16, each -> {}),
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

  @Test
  void signedComponentsAreSignExtended() throws Exception {
    Example example = example("grey", 8, 4, 1, 8, each -> {});
    byte[] coded = example.coded().clone();
    coded[SIGN] |= (byte) 0x80;
    byte[] bytes = new byte[2 * example.expected().length];
    decoder().decode(coded, coded.length, new SampleBuffer(8, 4, 1, 2, bytes));

    for (int i = 0; i < example.expected().length; i++) {
      int value = (bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8);
      assertThat(value).isEqualTo((example.expected()[i] & 0xFF) - 128);
    }
  }

  @Test
  void theLibraryPrintsNothingAboutDamage() throws Exception {
    Example example = example("grey", 8, 4, 1, 8, Jpeg2000Samples.tiles(4, 4));
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    var random = new SplittableRandom(3);
    try (var stream = new PrintStream(printed, true, UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      for (int i = 0; i < 300; i++) {
        byte[] coded = example.coded().clone();
        coded[40 + random.nextInt(coded.length - 40)] = (byte) random.nextInt();
        decodeOrRefuse(coded, example);
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  private void decodeOrRefuse(byte[] coded, Example example) {
    try {
      var samples = new SampleBuffer(8, 4, 1, 1, new byte[example.expected().length]);
      decoder().decode(coded, coded.length, samples);
    } catch (CodecException e) {
      assertThat(e.sentence().key()).startsWith("codec.jpeg2000.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void irreversibleFramesComeClose(int levels) throws Exception {
    Example example =
        example(
            "colour",
            90,
            70,
            3,
            8,
            each -> {
              each.setLossless(false);
              each.setEncodingRate(20);
              each.setFilter(J2KImageWriteParam.FILTER_97);
              each.setNumDecompositionLevels(levels);
            });
    byte[] bytes = new byte[example.expected().length];
    decoder()
        .decode(example.coded(), example.coded().length, new SampleBuffer(90, 70, 3, 1, bytes));

    for (int i = 0; i < bytes.length; i++) {
      assertThat(bytes[i] & 0xFF).isCloseTo(example.expected()[i] & 0xFF, within(6));
    }
  }

  @Test
  void moreBitsThanFitASampleAreRefused() throws Exception {
    Example example = example("grey", 8, 4, 1, 16, each -> {});
    var samples = new SampleBuffer(8, 4, 1, 1, new byte[32]);

    assertThatThrownBy(() -> decoder().decode(example.coded(), example.coded().length, samples))
        .hasMessage("the JPEG 2000 frame has 16 bits a sample where only 8 fit");
  }

  @Test
  void aCutFrameSaysHowMuchIsMissing() throws Exception {
    Example example = example("grey", 8, 4, 1, 8, each -> {});
    int length = example.coded().length - 2 - 5;
    var samples = new SampleBuffer(8, 4, 1, 1, new byte[32]);

    assertThatThrownBy(() -> decoder().decode(example.coded(), length, samples))
        .hasMessage("the JPEG 2000 frame ends 5 bytes too early");
  }

  @Test
  void hugeTilesAndManyComponentsAreRefusedBeforeAnythingIsAllocated() throws Exception {
    Example example = example("grey", 8, 4, 1, 8, each -> {});
    for (int at = 4; at < SIGN; at++) {
      byte[] coded = example.coded().clone();
      coded[at] = 0x7F;
      decodeOrRefuse(coded, example);
    }
  }

  static Stream<CataloguedImage> images() throws IOException {
    return CataloguedImage.in("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91")
        .filter(image -> !image.path().endsWith(DAMAGED));
  }

  @ParameterizedTest
  @MethodSource("images")
  void realFilesDecodeAsOtherToolkitsDecodeThem(CataloguedImage image) throws Exception {
    List<byte[]> frames = frames(image.fragments());
    byte[] values = image.storedValues(decoder(), frames);

    if (image.path().endsWith(WITHOUT_DELIMITER)) {
      // Only the end of the file is missing, not that of a frame.
      assertThat(CataloguedImage.sha256(values)).isEqualTo(sha256(WITH_DELIMITER));
    } else if (Files.exists(image.reference())) {
      assertThat(image.greatestDifference(values)).isLessThanOrEqualTo(1);
    } else if (LARGE_LOSSY.contains(image.path().getFileName().toString())) {
      assertThat(image.range(values)).isEqualTo(image.range());
    } else {
      assertThat(frames).hasSize(image.frames());
      assertThat(CataloguedImage.sha256(values)).isEqualTo(image.sha256());
    }
  }

  private static String sha256(String file) throws IOException {
    return CataloguedImage.in("1.2.840.10008.1.2.4.90")
        .filter(image -> image.path().endsWith(file))
        .findFirst()
        .orElseThrow()
        .sha256();
  }

  /// A sequence delimiter was written over its header, so that it claims 3.7 billion columns.
  @Test
  void aDamagedHeaderIsRefused() throws Exception {
    CataloguedImage image =
        CataloguedImage.in("1.2.840.10008.1.2.4.91")
            .filter(each -> each.path().endsWith(DAMAGED))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> image.storedValues(decoder(), frames(image.fragments())))
        .isInstanceOf(CodecException.class);
  }

  /// A frame begins where a fragment begins like a code stream or a JP2 file.
  private static List<byte[]> frames(List<byte[]> fragments) {
    List<byte[]> frames = new ArrayList<>();
    for (byte[] fragment : fragments) {
      boolean begins =
          fragment.length > 6
              && ((fragment[0] == (byte) 0xFF && fragment[1] == 0x4F)
                  || (fragment[4] == 'j' && fragment[5] == 'P'));
      if (begins) {
        frames.add(fragment);
      } else {
        byte[] first = frames.removeLast();
        byte[] joined = Arrays.copyOf(first, first.length + fragment.length);
        System.arraycopy(fragment, 0, joined, first.length, fragment.length);
        frames.add(joined);
      }
    }
    return frames;
  }
}
