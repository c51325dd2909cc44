package org.voxdesk.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// What [Exporter] is to write.
///
/// @param cube the cube
/// @param source what it was cut from
/// @param directory where to; made if missing
/// @param name what the files' names begin with, such as `nodule2`
/// @param version the version of this program, for the sidecar
/// @param options how it is written
/// @param label the mask of a nodule, 1 or 0 for each voxel of the cube; shared; empty where there
///   is none
/// @param annotation what is known of the nodule, for the sidecar; empty where nothing is
@SuppressWarnings("ArrayRecordComponent")
public record CubeExport(
    Cube cube,
    CubeSource source,
    Path directory,
    String name,
    String version,
    Options options,
    Optional<byte[]> label,
    Optional<JsonNode> annotation) {

  /// How cubes are written.
  ///
  /// @param formats the files
  /// @param window the grey of pictures
  /// @param unit what the values mean
  /// @param identifiers whose names go into the files
  /// @param overwrite whether files of these names may be replaced
  /// @param mosaic how slices are laid out in the mosaic; empty for [Mosaic#of]
  public record Options(
      Set<CubeFormat> formats,
      GreyWindow window,
      String unit,
      Identifiers identifiers,
      boolean overwrite,
      Optional<Mosaic> mosaic) {
    /// Mosaic and npy, Hounsfield units with the classic window, pseudonymous, replacing nothing.
    public static final Options USUAL =
        new Options(
            EnumSet.of(CubeFormat.MOSAIC, CubeFormat.NPY),
            GreyWindow.CLASSIC,
            "HU",
            Identifiers.PSEUDONYMOUS,
            false,
            Optional.empty());

    public Options {
      formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    }

    public Options withFormats(Set<CubeFormat> wanted) {
      return new Options(wanted, window, unit, identifiers, overwrite, mosaic);
    }

    public Options withWindow(GreyWindow wanted) {
      return new Options(formats, wanted, unit, identifiers, overwrite, mosaic);
    }

    public Options withUnit(String meaning) {
      return new Options(formats, window, meaning, identifiers, overwrite, mosaic);
    }

    public Options withIdentifiers(Identifiers wanted) {
      return new Options(formats, window, unit, wanted, overwrite, mosaic);
    }

    public Options withMosaic(Optional<Mosaic> layout) {
      return new Options(formats, window, unit, identifiers, overwrite, layout);
    }

    public Options withOverwrite(boolean allowed) {
      return new Options(formats, window, unit, identifiers, allowed, mosaic);
    }
  }

  /// With the usual options.
  public static CubeExport of(
      Cube cube, CubeSource source, Path directory, String name, String version) {
    return new CubeExport(
        cube, source, directory, name, version, Options.USUAL, Optional.empty(), Optional.empty());
  }

  public CubeExport with(Options wanted) {
    return new CubeExport(cube, source, directory, name, version, wanted, label, annotation);
  }

  public CubeExport withWindow(GreyWindow wanted) {
    return with(options.withWindow(wanted));
  }

  /// The same, allowed to replace files of these names.
  public CubeExport overwriting() {
    return with(options.withOverwrite(true));
  }

  /// The same with values that mean something else than Hounsfield units.
  public CubeExport withUnit(String meaning) {
    return with(options.withUnit(meaning));
  }

  /// The same with the mask of a nodule.
  public CubeExport withLabel(byte[] mask) {
    return new CubeExport(
        cube, source, directory, name, version, options, Optional.of(mask), annotation);
  }

  public CubeExport withAnnotation(JsonNode known) {
    return new CubeExport(
        cube, source, directory, name, version, options, label, Optional.of(known));
  }

  /// From voxel to millimetres, without the noise of rounding; of pictures to their voxels.
  Affine affine() {
    if (!source.isPictures()) {
      return cube.affine().withoutNoise();
    }
    Voxel start = cube.placement().start();
    return new Affine(
        new Lps(1, 0, 0),
        new Lps(0, 1, 0),
        new Lps(0, 0, 1),
        new Lps(start.i(), start.j(), start.k()));
  }

  Space space() {
    return source.isPictures() ? Space.VOXELS : Space.PATIENT;
  }

  /// How the slices are laid out in the mosaic.
  Mosaic mosaic() {
    return options.mosaic().orElse(Mosaic.of(cube.size()));
  }

  public GreyWindow window() {
    return options.window();
  }

  public String unit() {
    return options.unit();
  }
}
