package org.voxdesk.app.cubes;

import java.util.List;
import org.voxdesk.export.GreyImage;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// A plane through a point of a cube, along two of its edges, as a physician looks at it: the head
/// or the front up.
///
/// @param plane what such a plane is called
/// @param cut the edge of the cube that it is perpendicular to
/// @param image the greys
/// @param proportion millimetres of height over millimetres of width
/// @param upwards whether the edge that runs down in other pictures runs up in this one
/// @param point where all planes meet, in voxels of the cube
record PlanePicture(
    Plane plane, Cut cut, GreyImage image, double proportion, boolean upwards, Voxel point) {
  /// Planes by the direction of the body that they are perpendicular to.
  enum Plane {
    AXIAL,
    CORONAL,
    SAGITTAL
  }

  /// Edges of the cube.
  enum Cut {
    Z,
    Y,
    X;

    private double u(Voxel at) {
      return this == X ? at.j() : at.i();
    }

    private double v(Voxel at) {
      return this == Z ? at.j() : at.k();
    }
  }

  /// The planes perpendicular to the cube's z, y and x edges that meet in a voxel.
  static List<PlanePicture> through(Cube cube, GreyWindow window, Voxel at) {
    byte[] greys = window.table();
    Affine affine = cube.affine();
    Lps x = affine.perColumn();
    Lps y = affine.perRow();
    Lps z = affine.perSlice();
    int i = inside(at.i(), cube.size());
    int j = inside(at.j(), cube.size());
    int k = inside(at.k(), cube.size());
    return List.of(
        draw(cube, greys, Cut.Z, at, List.of(z, x, y), (u, v) -> cube.value(u, v, k)),
        draw(cube, greys, Cut.Y, at, List.of(y, x, z), (u, v) -> cube.value(u, j, v)),
        draw(cube, greys, Cut.X, at, List.of(x, y, z), (u, v) -> cube.value(i, u, v)));
  }

  static int inside(double index, int size) {
    return (int) Math.clamp(Math.rint(index), 0, size - 1);
  }

  /// Where the point is, 0 at the left to 1 at the right.
  double x() {
    return x(point);
  }

  /// Where the point is, 0 at the top to 1 at the bottom.
  double y() {
    return y(point);
  }

  /// Where a voxel is, or is projected to.
  double x(Voxel at) {
    return (cut.u(at) + 0.5) / image.width();
  }

  double y(Voxel at) {
    double down = (cut.v(at) + 0.5) / image.height();
    return upwards ? 1 - down : down;
  }

  /// The voxel at a place of the picture, 0 to 1 from the left and the top, kept inside the cube.
  Voxel at(double x, double y) {
    int size = image.width();
    double u = Math.clamp(x * size - 0.5, 0, size - 1);
    double v = Math.clamp((upwards ? 1 - y : y) * size - 0.5, 0, size - 1);
    return switch (cut) {
      case Z -> new Voxel(u, v, point.k());
      case Y -> new Voxel(u, point.j(), v);
      case X -> new Voxel(point.i(), u, v);
    };
  }

  /// The point so many voxels across the plane, kept inside a cube of this size.
  Voxel across(int voxels, int size) {
    return switch (cut) {
      case Z -> new Voxel(point.i(), point.j(), Math.clamp(point.k() + voxels, 0, size - 1));
      case Y -> new Voxel(point.i(), Math.clamp(point.j() + voxels, 0, size - 1), point.k());
      case X -> new Voxel(Math.clamp(point.i() + voxels, 0, size - 1), point.j(), point.k());
    };
  }

  /// The value at a place in a plane.
  private interface Values {
    int at(int u, int v);
  }

  /// A plane whose u edge runs right and whose v edge runs down, unless v runs towards the head.
  ///
  /// @param axes a voxel across the plane, one to the right and one down, in millimetres
  private static PlanePicture draw(
      Cube cube, byte[] greys, Cut cut, Voxel at, List<Lps> axes, Values values) {
    int size = cube.size();
    Lps down = axes.get(2);
    boolean upwards = plane(down) == Plane.AXIAL && down.z() > 0;
    byte[] pixels = new byte[size * size];
    for (int row = 0; row < size; row++) {
      int from = upwards ? size - 1 - row : row;
      for (int column = 0; column < size; column++) {
        pixels[row * size + column] = greys[values.at(column, from) & 0xffff];
      }
    }
    return new PlanePicture(
        plane(axes.getFirst()),
        cut,
        new GreyImage(size, size, pixels),
        down.length() / axes.get(1).length(),
        upwards,
        at);
  }

  private static Plane plane(Lps across) {
    double x = Math.abs(across.x());
    double y = Math.abs(across.y());
    double z = Math.abs(across.z());
    if (z >= x && z >= y) {
      return Plane.AXIAL;
    }
    return y >= x ? Plane.CORONAL : Plane.SAGITTAL;
  }
}
