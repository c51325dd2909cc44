package org.voxdesk.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.volume.Affine;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePlacement;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Voxel;

/// The JSON beside a cube: where it lies in the scan and how it was made, so that it can be made
/// again and labels can be carried over. It names no patient unless asked.
final class CubeSidecar {
  private CubeSidecar() {}

  /// The file's bytes, UTF-8.
  ///
  /// @param files the files it goes with, by name
  static byte[] encode(CubeExport export, Map<String, byte[]> files) {
    Cube cube = export.cube();
    boolean pictures = export.source().isPictures();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("voxdesk", export.version());
    root.put("mode", pictures ? "pictures" : cube.mode().name().toLowerCase(Locale.ROOT));
    root.put("interpolation", pictures ? "none" : cube.interpolation());
    root.put("size", cube.size());
    if (!pictures) {
      root.put("mm", cube.mm());
    }
    root.put("axes", "z,y,x");
    root.put("type", "int16");
    root.put("unit", export.unit());
    if (cube.mode() == ResampleMode.PHYSICAL) {
      root.put("padding", cube.fill());
      root.put("mask", "1 inside the scan, 0 where padded");
    }
    root.put("valid_voxels", cube.validCount());
    if (pictures) {
      placeInPictures(root, cube.placement());
    } else {
      place(root, cube.placement());
      affine(root, export.affine());
    }
    root.putObject("window").put("low", export.window().low()).put("high", export.window().high());
    Mosaic mosaic = export.mosaic();
    root.putObject("mosaic").put("columns", mosaic.columns()).put("rows", mosaic.rows());
    export.annotation().ifPresent(annotation -> root.set("annotation", annotation));
    source(root, export.source(), export.options().identifiers());
    root.put("npy_data_sha256", Sha256.hex(Npy.data(cube.values())));
    ObjectNode sums = root.putObject("files_sha256");
    files.forEach((name, content) -> sums.put(name, Sha256.hex(content)));
    return SidecarSum.signed(root);
  }

  /// Says what the values come from, and whose they are as far as that is wanted.
  static void source(ObjectNode root, CubeSource from, Identifiers identifiers) {
    ObjectNode source = root.putObject("source");
    if (from.isPictures()) {
      ArrayNode pictures = source.putArray("pictures");
      from.pictures()
          .forEach(p -> pictures.addObject().put("name", p.name()).put("sha256", p.sha256()));
      return;
    }
    source.put("series_instance_uid", from.seriesInstanceUid());
    ArrayNode instances = source.putArray("sop_instance_uids");
    from.sopInstanceUids().forEach(instances::add);
    root.put("identifiers", identifiers.toString());
    if (!from.patient().isEmpty()) {
      source.put("patient_code", from.patient());
    }
    Optional<DataSet> header = from.header();
    if (header.isEmpty()) {
      return;
    }
    text(source, "study_instance_uid", header.get(), Tag.STUDY_INSTANCE_UID);
    text(source, "frame_of_reference_uid", header.get(), Tag.FRAME_OF_REFERENCE_UID);
    if (identifiers == Identifiers.FULL) {
      text(source, "patient_id", header.get(), Tag.PATIENT_ID);
      text(source, "patient_name", header.get(), Tag.PATIENT_NAME);
    }
  }

  private static void text(ObjectNode node, String name, DataSet header, Tag tag) {
    header.text(tag).ifPresent(text -> node.put(name, text));
  }

  static void affine(ObjectNode root, Affine grid) {
    ArrayNode affine = root.putArray("affine_zero_based_xyz_to_lps");
    for (double[] row : grid.matrix()) {
      numbers(affine.addArray(), row);
    }
  }

  /// In pixels and pictures, counted from 0; nobody knows how many millimetres these are.
  private static void placeInPictures(ObjectNode root, CubePlacement placement) {
    ObjectNode point = root.putObject("point");
    voxel(point, "picture_voxel_xyz", placement.grid());
    voxel(point, "cube_voxel_xyz", placement.inCube());
    voxel(root, "start_in_pictures_xyz", placement.start());
    voxel(root, "shifted_by_clamping_xyz", placement.shift());
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
}
