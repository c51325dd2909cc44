package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.TestData;

class NpyTest {
  private static final short[] VALUES = {0, -1, 1, Short.MIN_VALUE, Short.MAX_VALUE, 258};

  @Test
  void int16ArraysComeBackAsWritten() throws Exception {
    NpyArray array = NpyArray.decode(Npy.encode(VALUES, 1, 2, 3));

    assertThat(array.type()).isEqualTo("<i2");
    assertThat(array.shape()).containsExactly(1, 2, 3);
    assertThat(array.shorts()).isEqualTo(VALUES);
  }

  @Test
  void uint8ArraysComeBackAsWritten() throws Exception {
    byte[] values = {0, 1, (byte) 255};

    NpyArray array = NpyArray.decode(Npy.encode(values, 3));

    assertThat(array.type()).isEqualTo("|u1");
    assertThat(array.shape()).containsExactly(3);
    assertThat(array.bytes()).isEqualTo(values);
  }

  @Test
  void headerIsAPythonDictionaryThatEndsOnAMultipleOf64() {
    byte[] file = Npy.encode(VALUES, 6);

    int length = (file[8] & 0xff) | (file[9] & 0xff) << 8;
    String header = new String(file, 10, length, StandardCharsets.US_ASCII);
    assertThat(header.strip())
        .isEqualTo("{'descr': '<i2', 'fortran_order': False, 'shape': (6,), }");
    assertThat(header).endsWith("\n");
    assertThat((10 + length) % 64).isZero();
    assertThat(file).hasSize(10 + length + 12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cubes/LIDC-IDRI-0003/nodule1/cube_hu.npy",
        "resample/case05_linear.npy",
        "resample/case10_in.npy"
      })
  void rewritingAFileOfNumPysIsTheIdentity(String name) throws Exception {
    Path file = TestData.golden(name);
    NpyArray array = NpyArray.read(file);

    assertThat(Arrays.equals(Npy.encode(array.shorts(), array.shape()), Files.readAllBytes(file)))
        .isTrue();
  }

  @Test
  void shapeThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Npy.encode(VALUES, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("6 values for shape [2, 2]");
  }

  @Test
  void fileCutOffAnywhereIsRefused() {
    byte[] file = Npy.encode(VALUES, 6);

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> NpyArray.decode(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void typesNotReadAreNamed() {
    String text =
        new String(Npy.encode(VALUES, 6), StandardCharsets.ISO_8859_1).replace("<i2", "<f8");

    assertThatThrownBy(() -> NpyArray.decode(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(IOException.class)
        .hasMessage("npy items of type <f8 are not read");
  }
}
