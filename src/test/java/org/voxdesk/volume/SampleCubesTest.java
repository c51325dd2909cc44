package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.sample.Nodule;
import org.voxdesk.sample.Phantom;

/// The nodules of the embedded sample, noise, vessels and all.
class SampleCubesTest {
  private static Volume volume;

  @BeforeAll
  static void paint() {
    var phantom = new Phantom();
    short[][] slices = new short[Phantom.SLICES][Phantom.COLUMNS * Phantom.ROWS];
    List<Lps> positions = new ArrayList<>();
    for (int k = 0; k < Phantom.SLICES; k++) {
      phantom.slice(k, slices[k]);
      positions.add(new Lps(Phantom.x(0), Phantom.y(0), Phantom.z(k)));
    }
    SlicePlane plane =
        SlicePlane.axial(Phantom.COLUMNS, Phantom.ROWS, Phantom.PIXEL_MM, Phantom.PIXEL_MM);
    volume = Volume.of(Geometry.of(plane, positions), slices);
  }

  /// Those that lie free in the lung, so that their edge can be told.
  static Stream<Nodule> nodules() {
    return Phantom.nodules().stream()
        .filter(n -> n.kind() == Nodule.Kind.SOLID || n.kind() == Nodule.Kind.CALCIFIED);
  }

  @ParameterizedTest
  @MethodSource("nodules")
  void aNoduleIsWhereItIsAndAsLargeAsItIs(Nodule nodule) throws Exception {
    Lps centre = new Lps(nodule.lpsX(), nodule.lpsY(), nodule.lpsZ());

    Cube cube = Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(centre)));

    double reach = nodule.diameterMm() / 2 + 1.4;
    Found scan = scan(centre, nodule, reach);
    Found found = new Found(nodule.hu());
    for (int at = 0; at < cube.values().length; at++) {
      found.add(PhantomCubesTest.offset(cube, at, centre), cube.values()[at], reach);
    }
    double scanned = scan.diameter(Phantom.PIXEL_MM * Phantom.PIXEL_MM * Phantom.SLICE_MM);
    assertThat(found.centroid().minus(scan.centroid()).length()).isLessThan(0.1);
    assertThat(found.diameter(1)).isCloseTo(scanned, Offset.offset(0.05 * nodule.diameterMm()));
  }

  /// What the slices themselves hold: point samples 2.5 mm apart, whose centroid and diameter are
  /// not quite those of the sphere.
  private static Found scan(Lps centre, Nodule nodule, double reach) {
    Found found = new Found(nodule.hu());
    Geometry geometry = volume.geometry();
    for (int k = 0; k < Phantom.SLICES; k++) {
      for (int j = 0; j < Phantom.ROWS; j++) {
        for (int i = 0; i < Phantom.COLUMNS; i++) {
          found.add(geometry.lps(i, j, k).minus(centre), volume.value(i, j, k), reach);
        }
      }
    }
    return found;
  }

  /// What is denser than lung around a place.
  private static final class Found {
    private final double hu;
    private double mass;
    private Lps moment = new Lps(0, 0, 0);

    Found(double hu) {
      this.hu = hu;
    }

    void add(Lps off, int value, double reach) {
      if (off.length() < reach) {
        double share = (value + 850) / (hu + 850);
        mass += share;
        moment = moment.plus(off.times(share));
      }
    }

    Lps centroid() {
      return moment.times(1 / mass);
    }

    double diameter(double voxel) {
      return Math.cbrt(6 * mass * voxel / Math.PI);
    }
  }
}
