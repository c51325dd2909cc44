package org.voxdesk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.TestData;

class ColorMapTest {
  @ParameterizedTest
  @CsvSource({
    "GREY, gray",
    "BONE, bone",
    "HOT, hot",
    "JET, jet",
    "VIRIDIS, viridis",
    "INFERNO, inferno",
    "COOL, cool",
    "RAINBOW, rainbow"
  })
  void everyColourEqualsMatplotlibs(ColorMap map, String name) throws IOException {
    List<String> lines = Files.readAllLines(TestData.golden("colormaps.tsv"));
    int column = Arrays.asList(lines.getFirst().split("\t", -1)).indexOf(name + "_r");
    for (int n = 0; n < ColorMap.SIZE; n++) {
      String[] cells = lines.get(n + 1).split("\t", -1);
      int expected =
          Integer.parseInt(cells[column]) << 16
              | Integer.parseInt(cells[column + 1]) << 8
              | Integer.parseInt(cells[column + 2]);
      assertThat(map.rgb(n)).as("colour %d", n).isEqualTo(expected);
    }
  }

  @Test
  void invertedGreyRunsBackwards() {
    for (int n = 0; n < ColorMap.SIZE; n++) {
      assertThat(ColorMap.INVERTED_GREY.rgb(n)).isEqualTo(ColorMap.GREY.rgb(255 - n));
    }
  }

  @Test
  void hotIronAndPetAreThoseOfTheStandard() {
    for (int n = 0; n < ColorMap.SIZE; n++) {
      int red = Math.min(255, 2 * n);
      int green = n == 255 ? 255 : Math.max(0, 2 * (n - 128));
      int blue = n == 255 ? 255 : Math.max(0, 4 * (n - 192));
      assertThat(ColorMap.HOT_IRON.rgb(n)).isEqualTo(red << 16 | green << 8 | blue);
    }
    assertThat(ColorMap.PET.rgb(0)).isZero();
    assertThat(ColorMap.PET.rgb(63)).isEqualTo(0x00807D);
    assertThat(ColorMap.PET.rgb(128)).isEqualTo(0x8000FF);
    assertThat(ColorMap.PET.rgb(255)).isEqualTo(0xFFFFFF);
  }

  @Test
  void boneIsBluishInTheDark() {
    assertThat(ColorMap.BONE.rgb(64)).isEqualTo(0x38374d);
    assertThat(ColorMap.BONE.rgb(0)).isZero();
    assertThat(ColorMap.BONE.rgb(255)).isEqualTo(0xffffff);
  }
}
