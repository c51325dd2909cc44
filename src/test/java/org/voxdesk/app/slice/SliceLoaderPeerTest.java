package org.voxdesk.app.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Peers;
import org.voxdesk.TestData;
import org.voxdesk.io.DicomReader;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.text.ExplainedException;

/// Real files with tables, palettes, colours and overlays, held against what pydicom makes of them.
class SliceLoaderPeerTest {
  private static final String START =
      """
      import sys, hashlib, warnings
      warnings.simplefilter('ignore')
      import numpy as np, pydicom
      from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian
      from pydicom.pixel_data_handlers.util import *
      d = pydicom.dcmread(sys.argv[1], force=True)
      if 'TransferSyntaxUID' not in d.file_meta:
        d.file_meta.TransferSyntaxUID = \
          ImplicitVRLittleEndian if d.is_implicit_VR else ExplicitVRLittleEndian
      def out(a): print(hashlib.sha256(np.ascontiguousarray(a).tobytes()).hexdigest())
      """;

  @ParameterizedTest
  @ValueSource(strings = {"pydicom-data/mlut_18.dcm", "suyashkumar-dicom/3.dcm"})
  void outputValuesAreEqual(String name) throws Exception {
    Path file = TestData.data("conformance/" + name);
    LoadedSlice slice = load(file);
    var digest = new Digest();
    for (int j = 0; j < slice.pixels().rows(); j++) {
      for (int i = 0; i < slice.pixels().columns(); i++) {
        int value = (int) slice.value(i, j);
        digest.put(value, value >> 8, value >> 16, value >> 24);
      }
    }
    assertThat(digest.hex())
        .isEqualTo(python(file, "out(apply_modality_lut(d.pixel_array, d).astype('<i4'))"));
  }

  @Test
  void aTableIsTheInitialViewAndAsBrightAsThere() throws Exception {
    Path file = TestData.data("conformance/pydicom-data/vlut_04.dcm");
    LoadedSlice slice = load(file);
    Window window = SliceLoader.usualWindow(slice);
    assertThat(window.lut()).isPresent();
    var digest = new Digest();
    for (int j = 0; j < slice.pixels().rows(); j++) {
      for (int i = 0; i < slice.pixels().columns(); i++) {
        long value = Math.round(window.brightness(slice.value(i, j)) * 65535);
        digest.put((int) value, (int) value >> 8);
      }
    }
    assertThat(digest.hex())
        .isEqualTo(python(file, "out(apply_voi_lut(d.pixel_array, d).astype('<u2'))"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pydicom-data/OBXXXX1A.dcm",
        "pydicom-data/OT-PAL-8-face.dcm",
        "pydicom/test_files/examples_palette.dcm"
      })
  void palettesGiveTheSameColours(String name) throws Exception {
    Path file = TestData.data("conformance/" + name);
    LoadedSlice slice = load(file);
    assertThat(slice.isGrey()).isFalse();
    assertThat(slice.indices()).isPresent();
    String script = "out((apply_color_lut(d.pixel_array, d) >> 8).astype('u1'))";
    assertThat(colors(slice)).isEqualTo(python(file, script));
  }

  /// pydicom looks at the byte order of neither the palette nor its indices.
  @Test
  void aBigEndianPaletteHasTheColoursOfTheLittleEndianOne() throws Exception {
    Path folder = TestData.data("conformance/pydicom-data");
    assertThat(colors(load(folder.resolve("OBXXXX1A_expb.dcm"))))
        .isEqualTo(colors(load(folder.resolve("OBXXXX1A.dcm"))));
  }

  @ParameterizedTest
  @CsvSource({
    "pydicom-data/SC_rgb.dcm, a",
    "pydicom-data/SC_rgb_16bit.dcm, a >> 8",
    "pydicom-data/SC_rgb_32bit.dcm, a >> 24",
    "pydicom-data/color-pl.dcm, a",
    "pydicom/test_files/ExplVR_BigEnd.dcm, a",
    "pydicom-data/SC_ybr_full_uncompressed.dcm, 'convert_color_space(a, ''YBR_FULL'', ''RGB'')'",
    "pydicom/test_files/SC_ybr_full_422_uncompressed.dcm, 'convert_color_space(a, ''YBR_FULL'', ''RGB'')'",
  })
  void coloursAreTheSame(String name, String script) throws Exception {
    Path file = TestData.data("conformance/" + name);
    LoadedSlice slice = load(file);
    assertThat(slice.indices()).isEmpty();
    String whole = "a = d.pixel_array\na = a[0] if a.ndim == 4 else a\nout((" + script;
    assertThat(colors(slice)).isEqualTo(python(file, whole + ").astype('u1'))"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pydicom-data/MR-SIEMENS-DICOM-WithOverlays.dcm",
        "pydicom/test_files/examples_overlay.dcm"
      })
  void overlaysMarkTheSamePixels(String name) throws Exception {
    Path file = TestData.data("conformance/" + name);
    LoadedSlice slice = load(file);
    assertThat(slice.faults()).isEmpty();
    var digest = new Digest();
    for (byte mark : slice.overlay().orElseThrow().marks()) {
      digest.put(mark);
    }
    String script =
        """
        a = np.zeros((d.Rows, d.Columns), 'u1')
        for g in range(0x6000, 0x6020, 2):
          if (g, 0x3000) in d:
            o = d.overlay_array(g)
            r, c = d[g, 0x50].value[0] - 1, d[g, 0x50].value[1] - 1
            o = o[max(0, -r):d.Rows - r, max(0, -c):d.Columns - c]
            a[max(0, r):max(0, r) + o.shape[0], max(0, c):max(0, c) + o.shape[1]] |= o
        out(a)""";
    assertThat(digest.hex()).isEqualTo(python(file, script));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parametric_map_float.dcm", "parametric_map_double_float.dcm"})
  void floatingMapsBeginWithAWindowOverTheirRealRange(String name) throws Exception {
    LoadedSlice slice = load(TestData.data("conformance/pydicom-data/" + name));
    assertThat(slice.isGrey()).isTrue();
    Window window = slice.fullRange();
    assertThat(window.function()).isEqualTo(VoiFunction.LINEAR_EXACT);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : ((SlicePixels.Doubles) slice.pixels()).values()) {
      least = Math.min(least, slice.transform().apply(value));
      most = Math.max(most, slice.transform().apply(value));
    }
    assertThat(window).isEqualTo(Window.exactlyBetween(least, most));
  }

  @Test
  void everyImageIsShownOrRefusedWithAReason() throws Exception {
    var refused = new ArrayList<String>();
    int shown = 0;
    List<Path> files;
    try (Stream<Path> all = Files.walk(TestData.data("conformance"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      try {
        Instance instance = new Instance(file, DicomReader.read(file));
        if (instance.hasPixels()) {
          Window window = SliceLoader.usualWindow(SliceLoader.load(instance, 0));
          assertThat(window.width()).as("%s", file).isPositive();
          shown++;
        }
      } catch (ExplainedException reason) {
        refused.add(file.getFileName() + ": " + reason.getMessage());
      }
    }
    assertThat(refused).hasSizeLessThan(20);
    assertThat(shown).isGreaterThan(300);
  }

  private static LoadedSlice load(Path file) throws Exception {
    return SliceLoader.load(new Instance(file, DicomReader.read(file)), 0);
  }

  private static String colors(LoadedSlice slice) throws Exception {
    var digest = new Digest();
    for (int color : ((SlicePixels.Rgb) slice.pixels()).values()) {
      digest.put(color >> 16, color >> 8, color);
    }
    return digest.hex();
  }

  private static String python(Path file, String script) throws Exception {
    return Peers.pydicom(START + script, file).strip();
  }

  /// SHA-256 of bytes given one by one.
  private static final class Digest {
    private final MessageDigest digest;

    Digest() throws Exception {
      digest = MessageDigest.getInstance("SHA-256");
    }

    void put(int... bytes) {
      for (int each : bytes) {
        digest.update((byte) each);
      }
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
