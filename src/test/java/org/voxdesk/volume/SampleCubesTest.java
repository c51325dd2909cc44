package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    PhantomCubesTest.assertFound(
        cube, centre, nodule.diameterMm(), -850, nodule.hu(), nodule.diameterMm() / 2 + 2.2);
  }
}
