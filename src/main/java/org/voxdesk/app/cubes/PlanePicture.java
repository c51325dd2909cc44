package org.voxdesk.app.cubes;

import java.util.List;
import org.voxdesk.export.GreyImage;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// A plane through a cube's nodule, along two of its edges, as a physician looks at it: the head or
/// the front up.
///
/// @param plane what such a plane is called
/// @param image the greys
/// @param proportion millimetres of height over millimetres of width
/// @param x where the nodule is, 0 at the left to 1 at the right
/// @param y where the nodule is, 0 at the top to 1 at the bottom
record PlanePicture(Plane plane, GreyImage image, double proportion, double x, double y) {
  /// Planes by the direction of the body that they are perpendicular to.
  enum Plane {
    AXIAL,
    CORONAL,
    SAGITTAL
  }

  /// The planes perpendicular to the cube's z, y and x edges.
  static List<PlanePicture> through(Cube cube, GreyWindow window) {
    byte[] greys = window.table();
    Affine affine = cube.affine();
    Lps x = affine.perColumn();
    Lps y = affine.perRow();
    Lps z = affine.perSlice();
    Voxel at = cube.placement().inCube();
    int i = inside(at.i(), cube.size());
    int j = inside(at.j(), cube.size());
    int k = inside(at.k(), cube.size());
    return List.of(
        new Draft(z, x, y, at.i(), at.j()).draw(cube, greys, (u, v) -> cube.value(u, v, k)),
        new Draft(y, x, z, at.i(), at.k()).draw(cube, greys, (u, v) -> cube.value(u, j, v)),
        new Draft(x, y, z, at.j(), at.k()).draw(cube, greys, (u, v) -> cube.value(i, u, v)));
  }

  private static int inside(double index, int size) {
    return (int) Math.clamp(Math.rint(index), 0, size - 1);
  }

  /// The value at a place in a plane.
  private interface Values {
    int at(int u, int v);
  }

  /// A plane whose u edge runs right and whose v edge runs down, unless v runs towards the head.
  ///
  /// @param across perpendicular to the plane, in millimetres
  /// @param right one voxel to the right
  /// @param down one voxel down
  private record Draft(Lps across, Lps right, Lps down, double u, double v) {
    PlanePicture draw(Cube cube, byte[] greys, Values values) {
      int size = cube.size();
      boolean upwards = isAlongBody(down) && down.z() > 0;
      byte[] pixels = new byte[size * size];
      for (int row = 0; row < size; row++) {
        int from = upwards ? size - 1 - row : row;
        for (int column = 0; column < size; column++) {
          pixels[row * size + column] = greys[values.at(column, from) & 0xffff];
        }
      }
      double y = (v + 0.5) / size;
      return new PlanePicture(
          plane(across),
          new GreyImage(size, size, pixels),
          down.length() / right.length(),
          (u + 0.5) / size,
          upwards ? 1 - y : y);
    }

    private static boolean isAlongBody(Lps direction) {
      return plane(direction) == Plane.AXIAL;
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
}
