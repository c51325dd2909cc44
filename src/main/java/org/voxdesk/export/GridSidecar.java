package org.voxdesk.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.ResampledGrid;

/// The JSON beside a whole resampled series, `volume.json`: where it lies and how it was made.
///
/// @param request how it was made
/// @param version the version of this program
record GridSidecar(
    ResampledGrid grid,
    GridRequest request,
    CubeSource source,
    CubeExport.Options options,
    String version) {
  static final String NAME = "volume.json";

  /// The file's bytes, UTF-8.
  ///
  /// @param affine from voxel to millimetres
  /// @param valid how many voxels are inside the scan
  /// @param sums the SHA-256 of each file that it goes with, by name
  byte[] encode(Affine affine, long valid, Map<String, String> sums) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    Geometry geometry = grid.geometry();
    root.put("voxdesk", version);
    root.put("mode", request.mode().name().toLowerCase(Locale.ROOT));
    root.put("interpolation", grid.interpolation());
    root.put("mm", request.mm());
    root.putArray("shape").add(geometry.slices()).add(geometry.rows()).add(geometry.columns());
    root.put("axes", "z,y,x");
    root.put("type", "int16");
    root.put("unit", options.unit());
    if (request.mode() == ResampleMode.PHYSICAL) {
      root.put("padding", request.fill());
    }
    root.put("valid_voxels", valid);
    CubeSidecar.affine(root, affine.withoutNoise());
    CubeSidecar.source(root, source, options.identifiers());
    ObjectNode files = root.putObject("files_sha256");
    new TreeMap<>(sums).forEach(files::put);
    return SidecarSum.signed(root);
  }
}
