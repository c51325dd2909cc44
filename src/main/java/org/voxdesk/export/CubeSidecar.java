package org.voxdesk.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePlacement;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Voxel;

/// The JSON beside a cube: where it lies in the scan and how it was made, so that it can be made
/// again and labels can be carried over. It names no patient.
final class CubeSidecar {
  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private CubeSidecar() {}

  /// The file's bytes, UTF-8.
  ///
  /// @param data the npy file's bytes after its header
  static byte[] encode(CubeExport export, Mosaic mosaic, byte[] data) {
    Cube cube = export.cube();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("voxdesk", export.version());
    root.put("mode", cube.mode().name().toLowerCase(Locale.ROOT));
    root.put("interpolation", cube.interpolation());
    root.put("size", cube.size());
    root.put("mm", cube.mm());
    root.put("axes", "z,y,x");
    root.put("type", "int16");
    root.put("unit", export.unit());
    if (cube.mode() == ResampleMode.PHYSICAL) {
      root.put("padding", cube.fill());
    }
    root.put("valid_voxels", cube.validCount());
    place(root, cube.placement());
    ArrayNode affine = root.putArray("affine_zero_based_xyz_to_lps");
    for (double[] row : cube.affine().matrix()) {
      numbers(affine.addArray(), row);
    }
    root.putObject("window").put("low", export.window().low()).put("high", export.window().high());
    root.putObject("mosaic").put("columns", mosaic.columns()).put("rows", mosaic.rows());
    ObjectNode source = root.putObject("source");
    source.put("series_instance_uid", export.source().seriesInstanceUid());
    ArrayNode instances = source.putArray("sop_instance_uids");
    export.source().sopInstanceUids().forEach(instances::add);
    root.put("npy_data_sha256", sha256(data));
    return bytes(root);
  }

  private static void place(ObjectNode root, CubePlacement placement) {
    ObjectNode point = root.putObject("point");
    Lps lps = placement.lps();
    numbers(point.putArray("lps_mm"), lps.x(), lps.y(), lps.z());
    voxel(point, "source_voxel_ijk", placement.voxel());
    voxel(point, "grid_voxel_xyz", placement.grid());
    voxel(point, "cube_voxel_xyz", placement.inCube());
    voxel(root, "start_on_grid_xyz", placement.start());
    voxel(root, "shifted_by_clamping_xyz", placement.shift());
    root.put("y_clamped_unlike_recipe", placement.yClamped());
  }

  private static void voxel(ObjectNode parent, String name, Voxel voxel) {
    numbers(parent.putArray(name), voxel.i(), voxel.j(), voxel.k());
  }

  private static void numbers(ArrayNode array, double... values) {
    for (double value : values) {
      array.add(value);
    }
  }

  private static String sha256(byte[] data) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] bytes(ObjectNode root) {
    try {
      return (WRITER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text always serialises", e);
    }
  }
}
