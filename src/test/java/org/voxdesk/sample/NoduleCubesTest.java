package org.voxdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.Peers;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.Exporter;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.SlicePlane;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.Voxel;

/// Every nodule of the sample is in its cube where it is and as large as it is, noise, vessels and
/// chest wall and all; also where the same patient is scanned obliquely, with a tilted gantry, or
/// with uneven steps.
///
/// What is found is how a cube of 1 mm differs from that of a patient who has balls of lung in the
/// places of the nodules, summed up: its centre of gravity, and the diameter of the ball of that
/// volume. So nothing that lies around a nodule, or that it covers, has a say.
class NoduleCubesTest {
  /// How far an edge may be smeared: by the slice and by interpolation between slices.
  private static final double SMEAR_MM = 5;

  private static final int LUNG = -850;

  @TempDir private Path folder;

  private static Volume with;
  private static Volume without;

  /// How a scan lies: the part of it around a point.
  record Scan(String name, Function<Lps, Geometry> around) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void paint() {
    with = volume(new Phantom());
    without = volume(new Phantom(nodules().map(NoduleCubesTest::hole).toList()));
  }

  @AfterAll
  static void forget() {
    with = null;
    without = null;
  }

  /// The nodule made of lung; one that is seen through stays so.
  private static Nodule hole(Nodule nodule) {
    boolean isHaze = nodule.kind() == Nodule.Kind.GROUND_GLASS;
    return new Nodule(
        nodule.id(),
        nodule.lpsX(),
        nodule.lpsY(),
        nodule.lpsZ(),
        nodule.diameterMm(),
        LUNG,
        isHaze ? Nodule.Kind.GROUND_GLASS : Nodule.Kind.SOLID);
  }

  private static Volume volume(Phantom phantom) {
    short[][] slices = new short[Phantom.SLICES][Phantom.COLUMNS * Phantom.ROWS];
    IntStream.range(0, Phantom.SLICES).parallel().forEach(k -> phantom.slice(k, slices[k]));
    return Volume.of(sample(), slices);
  }

  private static Geometry sample() {
    Lps first = new Lps(Phantom.x(0), Phantom.y(0), Phantom.z(0));
    SlicePlane plane =
        SlicePlane.axial(Phantom.COLUMNS, Phantom.ROWS, Phantom.PIXEL_MM, Phantom.PIXEL_MM);
    return Geometry.uniform(plane, first, Phantom.SLICE_MM, Phantom.SLICES);
  }

  static Stream<Nodule> nodules() {
    return Phantom.nodules().stream();
  }

  static Stream<Arguments> scans() {
    double[] even = new double[81];
    double[] uneven = new double[110];
    for (int k = 1; k < even.length; k++) {
      even[k] = even[k - 1] + Phantom.SLICE_MM;
    }
    for (int k = 1; k < uneven.length; k++) {
      uneven[k] = uneven[k - 1] + new double[] {1.5, 2.5, 2, 1.75, 2.25}[k * 7 % 5];
    }
    Lps row = new Lps(0.95, 0.2, -0.25).unit();
    Lps normal = row.cross(new Lps(-0.1, 0.9, 0.3)).unit();
    double slope = Math.tan(Math.toRadians(15));
    return Stream.of(
            scan("oblique", row, normal, normal, even),
            scan("tilted", new Lps(1, 0, 0), new Lps(0, slope, 1).unit(), new Lps(0, 0, 1), even),
            scan("uneven", new Lps(1, 0, 0), new Lps(0, 0, 1), new Lps(0, 0, 1), uneven),
            scan("uneven and oblique", row, normal, normal, uneven))
        .flatMap(scan -> nodules().map(nodule -> Arguments.of(scan, nodule)));
  }

  /// 120 × 120 pixels a slice, the slices one behind the other along `way`, `heights` apart along
  /// the normal.
  private static Scan scan(String name, Lps row, Lps normal, Lps way, double[] heights) {
    SlicePlane plane =
        new SlicePlane(120, 120, Phantom.PIXEL_MM, Phantom.PIXEL_MM, row, normal.cross(row).unit());
    return new Scan(
        name,
        centre -> {
          // The pixels of all scans are on one lattice, so that a nodule lies anywhere in them.
          double i = Math.floor(centre.dot(row) / Phantom.PIXEL_MM) - 60;
          double j = Math.floor(centre.dot(plane.columnDirection()) / Phantom.PIXEL_MM) - 60;
          List<Lps> positions = new ArrayList<>();
          double lowest = Math.floor(centre.dot(normal)) - heights[heights.length - 1] / 2;
          double middle = centre.dot(normal);
          for (double height : heights) {
            double along = (lowest + height - middle) / way.dot(normal);
            Lps shift = way.times(along);
            Lps corner =
                row.times((i + 0.3) * Phantom.PIXEL_MM)
                    .plus(plane.columnDirection().times((j + 0.3) * Phantom.PIXEL_MM))
                    .plus(normal.times(middle));
            positions.add(corner.plus(shift));
          }
          return Geometry.of(plane, positions);
        });
  }

  @ParameterizedTest
  @MethodSource("nodules")
  void ofTheSample(Nodule nodule) throws Exception {
    assertFound(nodule, with, without);
  }

  @ParameterizedTest
  @MethodSource("scans")
  void ofTheSamePatientScannedInAnotherWay(Scan scan, Nodule nodule) throws Exception {
    Geometry geometry = scan.around().apply(centre(nodule));
    assertFound(nodule, scanned(geometry, nodule), scanned(geometry, hole(nodule)));
  }

  @Test
  void nibabelFindsTheCentroidsOfAllCubesAtTheSamePlaces() throws Exception {
    String script =
        """
        import nibabel, numpy, sys
        for file in sys.argv[1:]:
            image = nibabel.load(file)
            data = numpy.asanyarray(image.dataobj)
            weights = (data.astype(float) + 600).clip(0)
            at = numpy.array([(weights * i).sum() for i in numpy.indices(data.shape)])
            ras = image.affine @ [*(at / weights.sum()), 1]
            print(-ras[0], -ras[1], ras[2])
        """;
    List<Path> files = new ArrayList<>();
    List<Cube> cubes = new ArrayList<>();
    for (Nodule nodule : Phantom.nodules()) {
      cubes.add(Resampler.cube(with, request(nodule)));
    }
    for (Arguments scan :
        scans().filter(s -> s.get()[1].equals(Phantom.nodules().get(4))).toList()) {
      Nodule nodule = (Nodule) scan.get()[1];
      Geometry geometry = ((Scan) scan.get()[0]).around().apply(centre(nodule));
      cubes.add(Resampler.cube(scanned(geometry, nodule), request(nodule)));
    }
    for (Cube cube : cubes) {
      CubeExport export =
          CubeExport.of(cube, new CubeSource("1.2", List.of()), folder, "n" + files.size(), "1.0");
      Exporter.write(
          export.with(export.options().withFormats(EnumSet.of(CubeFormat.NIFTI))), Progress.NONE);
      files.add(folder.resolve("n" + files.size() + ".nii.gz"));
    }

    List<String> said =
        Peers.python("nibabel", script, files.toArray(Path[]::new)).lines().toList();

    assertThat(said).hasSize(12 + 4);
    for (int n = 0; n < said.size(); n++) {
      double[] lps =
          Stream.of(said.get(n).split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
      assertThat(new Lps(lps[0], lps[1], lps[2]).minus(centroid(cubes.get(n))).length())
          .isLessThan(0.01);
    }
  }

  /// Of what is denser than -600 HU.
  private static Lps centroid(Cube cube) {
    Sum sum = new Sum();
    for (int at = 0; at < cube.values().length; at++) {
      Lps lps = lps(cube, at);
      sum.add(lps, Math.max(0, cube.values()[at] + 600));
    }
    return sum.centroid();
  }

  private static Lps lps(Cube cube, int at) {
    int size = cube.size();
    int z = at / (size * size);
    return cube.affine().lps(at % size, at / size % size, z);
  }

  private static CubeRequest request(Nodule nodule) {
    return CubeRequest.at(new CubePoint.AtLps(centre(nodule)));
  }

  private static Lps centre(Nodule nodule) {
    return new Lps(nodule.lpsX(), nodule.lpsY(), nodule.lpsZ());
  }

  /// The patient without nodules scanned anew, with this one.
  private static Volume scanned(Geometry geometry, Nodule nodule) {
    Lps row = geometry.plane().rowDirection();
    Lps column = geometry.plane().columnDirection();
    Lps normal = geometry.normal();
    short[][] values = new short[geometry.slices()][geometry.columns() * geometry.rows()];
    for (int k = 0; k < geometry.slices(); k++) {
      for (int at = 0; at < values[k].length; at++) {
        int j = at / geometry.columns();
        Lps lps = geometry.lps(at % geometry.columns(), j, k);
        Lps off = lps.minus(centre(nodule));
        double dx = off.dot(row);
        double dy = off.dot(column);
        double dz = off.dot(normal);
        values[k][at] =
            (short)
                Math.rint(
                    composed(
                        nodule,
                        tissue(lps),
                        radius ->
                            new Ball(0, 0, 0, radius)
                                .cover(dx, dy, dz, Phantom.PIXEL_MM, Phantom.SLICE_MM)));
      }
    }
    return Volume.of(geometry, values);
  }

  /// HU of the patient without nodules, between the voxels of the sample.
  private static double tissue(Lps lps) {
    double x = Math.clamp(Phantom.column(lps.x()), 0, Phantom.COLUMNS - 1.001);
    double y = Math.clamp(Phantom.row(lps.y()), 0, Phantom.ROWS - 1.001);
    double z = Math.clamp(Phantom.slice(lps.z()), 0, Phantom.SLICES - 1.001);
    double hu = 0;
    for (int corner = 0; corner < 8; corner++) {
      int i = (int) x + (corner & 1);
      int j = (int) y + (corner >> 1 & 1);
      int k = (int) z + (corner >> 2);
      double weight = (1 - Math.abs(x - i)) * (1 - Math.abs(y - j)) * (1 - Math.abs(z - k));
      hu += weight * without.value(i, j, k);
    }
    return hu;
  }

  /// A nodule over what is there, given how much of a ball of some radius is in the voxel.
  private static double composed(Nodule nodule, double hu, Function<Double, Double> cover) {
    return switch (nodule.kind()) {
      case PART_SOLID -> {
        double halo = hu + cover.apply(nodule.radius()) * (Nodule.HALO_HU - hu);
        yield halo + cover.apply(nodule.radius() / 2) * (nodule.hu() - halo);
      }
      case GROUND_GLASS -> hu + cover.apply(nodule.radius()) * Math.max(0, nodule.hu() - hu);
      case SOLID, CALCIFIED, JUXTA_PLEURAL, JUXTA_VASCULAR ->
          hu + cover.apply(nodule.radius()) * (nodule.hu() - hu);
    };
  }

  /// Contrast summed up: how much, and around which place.
  private static final class Sum {
    private double mass;
    private Lps moment = new Lps(0, 0, 0);

    void add(Lps off, double contrast) {
      mass += contrast;
      moment = moment.plus(off.times(contrast));
    }

    Lps centroid() {
      return moment.times(1 / mass);
    }
  }

  private static void assertFound(Nodule nodule, Volume present, Volume absent) throws Exception {
    Lps centre = centre(nodule);
    Cube cube = Resampler.cube(present, request(nodule));
    Cube empty = Resampler.cube(absent, request(nodule));
    Sum found = new Sum();
    for (int at = 0; at < cube.values().length; at++) {
      Lps off = lps(cube, at).minus(centre);
      if (off.length() < nodule.radius() + SMEAR_MM) {
        found.add(off, cube.values()[at] - empty.values()[at]);
      }
    }

    Sum truth = truth(nodule, absent);

    double larger = Math.cbrt(found.mass / truth.mass) - 1;
    assertThat(found.centroid().minus(truth.centroid()).length()).as("mm off").isLessThan(0.1);
    assertThat(larger).as("of the diameter").isCloseTo(0, Offset.offset(0.05));
  }

  /// The sphere itself. Ground glass is measured against what the scan has there, as vessels show
  /// through it.
  private static Sum truth(Nodule nodule, Volume absent) {
    Sum truth = new Sum();
    double step = 0.25;
    int reach = (int) Math.ceil(nodule.radius() / step);
    for (int z = -reach; z <= reach; z++) {
      for (int y = -reach; y <= reach; y++) {
        for (int x = -reach; x <= reach; x++) {
          Lps off = new Lps(x, y, z).times(step);
          Voxel at = absent.geometry().index(centre(nodule).plus(off));
          int i = (int) Math.rint(at.i());
          int hu = absent.value(i, (int) Math.rint(at.j()), (int) Math.rint(at.k()));
          double length = off.length();
          Function<Double, Double> inside = radius -> length < radius ? 1.0 : 0.0;
          double contrast = composed(nodule, hu, inside) - composed(hole(nodule), hu, inside);
          truth.add(off, contrast * step * step * step);
        }
      }
    }
    return truth;
  }
}
