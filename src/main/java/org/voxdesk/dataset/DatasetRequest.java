package org.voxdesk.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeSet;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.Mosaic;
import org.voxdesk.export.Sha256;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;

/// What dataset is wanted.
///
/// @param folder where it is made, or gone on with
/// @param cube size and grid of the cubes; its point does not matter
/// @param options their formats, window and identifiers; `overwrite` says whether cubes that were
///   made with other parameters may be made anew
/// @param validation the share of patients that is for validation, 0 to 1, where the annotations do
///   not say what a series is for
/// @param key what the codes of patients are made with, so that they cannot be found by trying IDs;
///   empty for that of the folder, [org.voxdesk.export.PatientKey]
/// @param shard which share of the cubes
/// @param version the version of this program
public record DatasetRequest(
    Path folder,
    CubeRequest cube,
    CubeExport.Options options,
    double validation,
    String key,
    Shard shard,
    String version) {
  /// Pseudonymous cubes as the request says, a fifth of the patients for validation.
  public static DatasetRequest of(
      Path folder, CubeRequest cube, CubeExport.Options options, String version) {
    return new DatasetRequest(folder, cube, options, 0.2, "", Shard.ALL, version);
  }

  public DatasetRequest withShard(Shard wanted) {
    return new DatasetRequest(folder, cube, options, validation, key, wanted, version);
  }

  DatasetRequest withKey(String secret) {
    return new DatasetRequest(folder, cube, options, validation, secret, shard, version);
  }

  /// Where the cubes are.
  Path cubes() {
    return folder.resolve("cubes");
  }

  /// A sum over everything that decides what a cube's files hold, but where it lies.
  String fingerprint() {
    CubeRequest anywhere = cube.withPoint(new CubePoint.AtLps(new Lps(0, 0, 0)));
    String words =
        anywhere
            + "\n"
            + new TreeSet<>(options.formats())
            + options.window()
            + options.unit()
            + options.identifiers()
            + options.mosaic().map(Mosaic::toString).orElse("")
            + "\n"
            + key;
    return Sha256.hex(words.getBytes(StandardCharsets.UTF_8));
  }

  /// `train` or `validation`, the same for all cubes of a patient, on every machine and in every
  /// dataset, whatever its key.
  String split(String patientId) {
    return Shard.number("split " + patientId) < validation * 4294967296.0 ? "validation" : "train";
  }
}
