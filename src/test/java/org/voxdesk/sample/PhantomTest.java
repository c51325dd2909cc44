package org.voxdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhantomTest {
  private static final int PIXELS = Phantom.COLUMNS * Phantom.ROWS;
  private static final double LUNG_HU = -860;

  private static Phantom phantom;
  private static short[][] slices;

  @BeforeAll
  static void paint() {
    phantom = new Phantom();
    slices = new short[Phantom.SLICES][PIXELS];
    for (int k = 0; k < Phantom.SLICES; k++) {
      phantom.slice(k, slices[k]);
    }
  }

  @AfterAll
  static void forget() {
    slices = null;
  }

  static java.util.stream.Stream<Nodule> dense() {
    return Phantom.nodules().stream()
        .filter(n -> n.kind() == Nodule.Kind.SOLID || n.kind() == Nodule.Kind.CALCIFIED);
  }

  static java.util.stream.Stream<Nodule> all() {
    return Phantom.nodules().stream();
  }

  @Test
  void theVolumeIsTheSameOnEveryMachine() {
    CRC32 crc = new CRC32();
    for (short[] slice : slices) {
      for (short value : slice) {
        crc.update(value & 0xff);
        crc.update(value >> 8 & 0xff);
      }
    }
    assertThat(crc.getValue()).isEqualTo(2550662998L);
  }

  @Test
  void aSliceMadeAloneByAnotherPhantomIsTheSame() {
    short[] alone = new short[PIXELS];
    new Phantom().slice(57, alone);
    assertThat(alone).isEqualTo(slices[57]);
  }

  @ParameterizedTest
  @MethodSource("dense")
  void aDenseNoduleMeasuresAsListed(Nodule nodule) {
    double[] sums = new double[4];
    double reach = nodule.radius() + 2.2;
    for (int k = 0; k < Phantom.SLICES; k++) {
      for (int j = 0; j < Phantom.ROWS; j++) {
        for (int i = 0; i < Phantom.COLUMNS; i++) {
          double dx = Phantom.x(i) - nodule.lpsX();
          double dy = Phantom.y(j) - nodule.lpsY();
          double dz = Phantom.z(k) - nodule.lpsZ();
          if (dx * dx + dy * dy + dz * dz < reach * reach) {
            double share = (slices[k][j * Phantom.COLUMNS + i] - LUNG_HU) / (nodule.hu() - LUNG_HU);
            sums[0] += share;
            sums[1] += share * dx;
            sums[2] += share * dy;
            sums[3] += share * dz;
          }
        }
      }
    }
    double volume = sums[0] * Phantom.PIXEL_MM * Phantom.PIXEL_MM * Phantom.SLICE_MM;
    assertThat(Math.cbrt(6 * volume / Math.PI)).isCloseTo(nodule.diameterMm(), within(0.5));
    for (int axis = 1; axis <= 3; axis++) {
      assertThat(sums[axis] / sums[0]).isCloseTo(0, within(0.5));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theMiddleOfANoduleHasItsHu(Nodule nodule) {
    int i = (int) Math.round(Phantom.column(nodule.lpsX()));
    int j = (int) Math.round(Phantom.row(nodule.lpsY()));
    int k = (int) Math.round(Phantom.slice(nodule.lpsZ()));
    assertThat((double) slices[k][j * Phantom.COLUMNS + i]).isCloseTo(nodule.hu(), within(60.0));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyNoduleHasLungAroundIt(Nodule nodule) {
    int k = (int) Math.round(Phantom.slice(nodule.lpsZ()));
    short[] ring = new short[32];
    for (int n = 0; n < ring.length; n++) {
      double angle = n * 2 * Math.PI / ring.length;
      double x = nodule.lpsX() + (nodule.radius() + 2) * Math.cos(angle);
      double y = nodule.lpsY() + (nodule.radius() + 2) * Math.sin(angle);
      int i = (int) Math.round(Phantom.column(x));
      int j = (int) Math.round(Phantom.row(y));
      ring[n] = slices[k][j * Phantom.COLUMNS + i];
    }
    Arrays.sort(ring);
    assertThat(ring[ring.length / 2]).as("median").isBetween((short) -930, (short) -650);
  }

  @Test
  void tissuesHaveTheirUsualHu() {
    assertThat(mean(4, 4, 60)).as("air").isCloseTo(-1000, within(5.0));
    assertThat(mean(Phantom.column(-100), Phantom.row(-20), 70))
        .as("lung")
        .isBetween(-900.0, -700.0);
    assertThat(mean(Phantom.column(25), Phantom.row(37), 60)).as("aorta").isBetween(140.0, 175.0);
    assertThat(mean(Phantom.column(-90), Phantom.row(0), 15)).as("liver").isBetween(90.0, 150.0);
    assertThat(mean(Phantom.column(0), Phantom.row(2), 90)).as("trachea").isLessThan(-900);
  }

  @Test
  void aSliceOutsideOrAShortArrayIsRefused() {
    assertThatThrownBy(() -> phantom.slice(Phantom.SLICES, new short[PIXELS]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> phantom.slice(0, new short[PIXELS - 1]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static double mean(double column, double row, int k) {
    int i = (int) Math.round(column);
    int j = (int) Math.round(row);
    double sum = 0;
    for (int dj = -3; dj <= 3; dj++) {
      for (int di = -3; di <= 3; di++) {
        sum += slices[k][(j + dj) * Phantom.COLUMNS + i + di];
      }
    }
    return sum / 49;
  }
}
