package org.voxdesk.export;

import java.nio.file.Path;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;

/// What [Exporter] is to write.
///
/// @param cube the cube
/// @param source what it was cut from
/// @param directory where to; made if missing
/// @param name what the files' names begin with, such as `nodule2`
/// @param window the grey of the mosaic
/// @param overwrite whether files of these names may be replaced
/// @param version the version of this program, for the sidecar
/// @param unit what the values mean, for the sidecar
public record CubeExport(
    Cube cube,
    CubeSource source,
    Path directory,
    String name,
    GreyWindow window,
    boolean overwrite,
    String version,
    String unit) {

  /// Hounsfield units with the classic window, replacing nothing.
  public static CubeExport of(
      Cube cube, CubeSource source, Path directory, String name, String version) {
    return new CubeExport(cube, source, directory, name, GreyWindow.CLASSIC, false, version, "HU");
  }

  public CubeExport withWindow(GreyWindow wanted) {
    return new CubeExport(cube, source, directory, name, wanted, overwrite, version, unit);
  }

  /// The same, allowed to replace files of these names.
  public CubeExport overwriting() {
    return new CubeExport(cube, source, directory, name, window, true, version, unit);
  }

  /// The same with values that mean something else than Hounsfield units.
  public CubeExport withUnit(String meaning) {
    return new CubeExport(cube, source, directory, name, window, overwrite, version, meaning);
  }
}
