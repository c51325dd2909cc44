package org.voxdesk.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.PatientKey;
import org.voxdesk.export.Sha256;
import org.voxdesk.study.Library;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

class DatasetRunTest {
  private static final int SERIES = 4;
  private static final int NODULES = 3;

  @TempDir private static Path shared;
  private static Library library;
  private static Annotations annotations;

  @TempDir private Path out;

  @BeforeAll
  static void scan() throws Exception {
    annotations = Annotations.read(SmallScans.write(shared, SERIES, NODULES));
    library = Library.scan(List.of(shared.resolve("scans")), Progress.NONE, Parallel.SEQUENTIAL);
  }

  private DatasetRequest request() {
    CubeRequest cube = CubeRequest.at(new CubePoint.AtLps(new Lps(0, 0, 0))).withSize(16);
    CubeExport.Options options =
        CubeExport.Options.USUAL.withFormats(EnumSet.of(CubeFormat.NPY, CubeFormat.NPZ));
    return DatasetRequest.of(out, cube, options, "1.0");
  }

  private static DatasetResult run(DatasetRequest request) throws Exception {
    return new DatasetRun(request, library, annotations).run(Progress.NONE, Parallel.SEQUENTIAL);
  }

  static Map<String, String> sums(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sums.put(folder.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
      }
    }
    return sums;
  }

  private List<String> manifest() throws IOException {
    return Files.readAllLines(out.resolve("manifest.csv"));
  }

  @Test
  void everyNoduleBecomesACubeAndARow() throws Exception {
    DatasetResult result = run(request());

    assertThat(result.failures()).isEmpty();
    assertThat(result.written()).isEqualTo(SERIES * NODULES);
    assertThat(sums(out)).hasSize(4 * SERIES * NODULES + 2);
    assertThat(manifest()).hasSize(SERIES * NODULES + 1);
    assertThat(String.join("\n", manifest())).doesNotContain("SECRET");
  }

  @Test
  void aSecondRunKeepsAllAndChangesNothing() throws Exception {
    run(request());
    Map<String, String> before = sums(out);

    DatasetResult result = run(request());

    assertThat(result.kept()).isEqualTo(SERIES * NODULES);
    assertThat(result.written()).isZero();
    assertThat(sums(out)).isEqualTo(before);
  }

  @Test
  void whatIsDamagedMissingOrLeftOverIsRepaired() throws Exception {
    run(request());
    Map<String, String> before = sums(out);
    List<String> names = before.keySet().stream().filter(n -> n.endsWith(".json")).toList();
    String stem = names.get(0).replace(".json", "");
    Files.writeString(out.resolve(stem + ".npy"), "damaged");
    Files.delete(out.resolve(names.get(1).replace(".json", ".npz")));
    Files.delete(out.resolve(names.get(2)));
    Files.writeString(out.resolve(names.get(3)), "{ cut");
    Path name = Path.of(stem).getFileName();
    Files.writeString(out.resolve("cubes/." + name + ".npy.0123abcd.part"), "left over");
    Files.delete(out.resolve("manifest.csv"));

    DatasetResult result = run(request());

    assertThat(result.written()).isEqualTo(4);
    assertThat(result.repaired()).isEqualTo(2);
    assertThat(sums(out)).isEqualTo(before);
  }

  @Test
  void aSidecarThatWasAlteredIsMadeAnew() throws Exception {
    run(request());
    Map<String, String> before = sums(out);
    List<String> names = before.keySet().stream().filter(n -> n.endsWith(".json")).toList();
    alter(names.get(0), "\"mm\" : 1.0", "\"mm\" : 2.0");
    alter(names.get(1), "\"diameter_mm\" : ", "\"diameter_mm\" : 1");
    alter(names.get(2), "\"mm\" : 1.0,", "");
    alter(names.get(3), "\"parameters_sha256\" : \"", "\"parameters_sha256\" : \"0");

    assertThat(run(request()).written()).isEqualTo(4);
    assertThat(sums(out)).isEqualTo(before);
  }

  private void alter(String sidecar, String from, String to) throws IOException {
    Path file = out.resolve(sidecar);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void sharesTogetherAreTheWhole() throws Exception {
    Path other = out.resolveSibling(out.getFileName() + "-whole");
    DatasetRequest request = request();
    run(elsewhere(other, PatientKey.in(out).secret()));

    for (int i = 1; i <= 5; i++) {
      assertThat(out.resolve("manifest.csv")).doesNotExist();
      DatasetResult share = run(request.withShard(new Shard(i, 5)));
      assertThat(share.written()).isBetween(2, 3);
      assertThat(share.failures()).isEmpty();
      assertThat(out.resolve("manifest-" + i + "of5.csv")).exists();
    }

    List<String> whole = Files.readAllLines(other.resolve("manifest.csv"));
    assertThat(sums(out.resolve("cubes"))).isEqualTo(sums(other.resolve("cubes")));
    assertThat(manifest()).as("made by the last share").isEqualTo(whole);
    assertThat(out.toFile().list((f, name) -> name.endsWith(".part"))).isEmpty();

    Files.delete(out.resolve("manifest.csv"));
    assertThat(run(request.withShard(new Shard(2, 5))).written()).isZero();
    assertThat(manifest()).isEqualTo(whole);

    assertThat(run(request).kept()).isEqualTo(SERIES * NODULES);
    assertThat(manifest()).isEqualTo(whole);
    assertThat(out.toFile().list((f, name) -> name.startsWith("manifest-"))).isEmpty();
  }

  @Test
  void whatOnlyAShareHasListedStaysInTheWhole() throws Exception {
    run(request().withShard(new Shard(1, 2)));
    List<String> rows = Files.readAllLines(out.resolve("manifest-1of2.csv"));
    Path csv = out.resolveSibling(out.getFileName() + ".csv");
    Files.writeString(csv, "seriesuid,coordX,coordY,coordZ\n" + SmallScans.uid(0) + ",10,10,10\n");

    new DatasetRun(request(), library, Annotations.read(csv))
        .run(Progress.NONE, Parallel.SEQUENTIAL);

    assertThat(manifest()).hasSize(rows.size() + 1).containsAll(rows);
  }

  @Test
  void sharesAreEqualWhateverIsMarkedWhere() {
    var random = new SplittableRandom(5);
    for (int run = 0; run < 200; run++) {
      List<Annotation> nodules = new ArrayList<>();
      for (int s = 0; s < 1 + random.nextInt(12); s++) {
        for (int n = random.nextInt(run % 2 == 0 ? 2 : 30); n >= 0; n--) {
          Lps place = new Lps(n, random.nextInt(9), s);
          nodules.add(Annotation.of("1.2." + s, place, OptionalDouble.empty(), ""));
        }
      }
      var annotations = new Annotations(nodules, List.of());
      int count = 1 + random.nextInt(7);
      Map<String, Integer> owners = new HashMap<>();
      for (int i = 1; i <= count; i++) {
        int mine = shareOf(annotations, new Shard(i, count), owners);
        assertThat(mine).isBetween(nodules.size() / count - 1, nodules.size() / count + 1);
      }
      assertThat(owners).hasSize(nodules.size());
      assertThat(owners.values()).allMatch(times -> times == 1);
    }
  }

  private static int shareOf(Annotations all, Shard shard, Map<String, Integer> owners) {
    var shares = new Shares(all, shard);
    int mine = 0;
    for (String uid : all.seriesUids()) {
      List<Annotation> here =
          all.nodules().stream().filter(n -> n.seriesUid().equals(uid)).toList();
      for (int n = 0; n < here.size(); n++) {
        if (shares.has(uid, n, here.size())) {
          assertThat(shares.reaches(uid)).isTrue();
          owners.merge(here.get(n).toString(), 1, Integer::sum);
          mine++;
        }
      }
    }
    return mine;
  }

  @Test
  void patientsHaveCodesOfTheFoldersKeyAndOneSplitEverywhere() throws Exception {
    run(request());
    String key = Files.readString(out.resolve("patients.key")).strip();
    Path other = out.resolveSibling(out.getFileName() + "-other");
    run(elsewhere(other, ""));
    Path same = out.resolveSibling(out.getFileName() + "-same");
    run(elsewhere(same, key));

    String text = Files.readString(other.resolve("manifest.csv"));
    assertThat(String.join("\n", manifest()))
        .contains(new PatientKey(key).code("SECRET-0"))
        .doesNotContain(key);
    assertThat(text).doesNotContain(new PatientKey(key).code("SECRET-0"));
    assertThat(text.replaceAll("p[0-9a-f]{16}", ""))
        .isEqualTo(Files.readString(out.resolve("manifest.csv")).replaceAll("p[0-9a-f]{16}", ""));
    assertThat(same.resolve("manifest.csv")).hasSameBinaryContentAs(out.resolve("manifest.csv"));
    assertThat(same.resolve("patients.key")).doesNotExist();
  }

  private DatasetRequest elsewhere(Path folder, String key) {
    DatasetRequest like = request();
    return new DatasetRequest(
        folder, like.cube(), like.options(), like.validation(), key, Shard.ALL, like.version());
  }

  @Test
  void otherParametersAreRefusedUnlessOverwritingIsAllowed() throws Exception {
    run(request());
    Map<String, String> before = sums(out);
    DatasetRequest finer =
        new DatasetRequest(
            out,
            request().cube().withMm(0.5),
            request().options().withFormats(EnumSet.of(CubeFormat.NIFTI)),
            0.2,
            "",
            Shard.ALL,
            "1.0");

    assertThat(run(finer).failures()).hasSize(SERIES * NODULES);
    assertThat(sums(out.resolve("cubes")).values()).allMatch(before::containsValue);

    DatasetRequest allowed =
        new DatasetRequest(
            out, finer.cube(), finer.options().withOverwrite(true), 0.2, "", Shard.ALL, "1.0");
    assertThat(run(allowed).written()).isEqualTo(SERIES * NODULES);
    assertThat(sums(out.resolve("cubes")).keySet())
        .hasSize(3 * SERIES * NODULES)
        .allMatch(name -> name.endsWith(".json") || name.endsWith(".nii.gz"));
  }

  @Test
  void theSplitOfTheListIsKept() throws Exception {
    for (String split : List.of("train", "validation", "test")) {
      Map<String, String> splits = new HashMap<>();
      annotations.seriesUids().forEach(uid -> splits.put(uid, split));
      var list = new Annotations(annotations.nodules(), List.of(), List.of(), splits);
      new DatasetRun(request(), library, list).run(Progress.NONE, Parallel.SEQUENTIAL);

      assertThat(manifest().subList(1, manifest().size()))
          .hasSize(SERIES * NODULES)
          .allMatch(row -> row.split(",", -1)[7].equals(split));
      assertThat(Annotations.read(out.resolve("manifest.csv")).splits()).isEqualTo(splits);
    }
  }

  @Test
  void aManifestIsReadAsAnnotationsAgain() throws Exception {
    run(request());
    Annotations again = Annotations.read(out.resolve("manifest.csv"));

    assertThat(again.nodules()).hasSize(SERIES * NODULES);
    DatasetResult result =
        new DatasetRun(request(), library, again).run(Progress.NONE, Parallel.SEQUENTIAL);
    assertThat(result.kept()).isEqualTo(SERIES * NODULES);
  }

  @Test
  void patientsAreOnOneSideOfTheSplit() throws Exception {
    run(request());

    Map<String, String> sides = new HashMap<>();
    for (String row : manifest().subList(1, manifest().size())) {
      String[] cells = row.split(",", -1);
      assertThat(sides.merge(cells[8], cells[7], (a, b) -> a.equals(b) ? a : "both"))
          .isIn("train", "validation");
    }
    assertThat(sides).hasSize(SERIES);
    long validation =
        Stream.iterate(0, n -> n + 1)
            .limit(2000)
            .filter(n -> request().split("p" + n).equals("validation"))
            .count();
    assertThat(validation).isBetween(340L, 460L);
  }

  @Test
  void whatCannotBeMadeIsNamedAndTheRestIsMade() throws Exception {
    Path csv = out.resolveSibling(out.getFileName() + ".csv");
    Files.writeString(
        csv,
        "seriesuid,coordX,coordY,coordZ\n1.2.3,1,2,3\n"
            + SmallScans.uid(0)
            + ",900,0,0\n"
            + SmallScans.uid(0)
            + ",10,10,10\n"
            + SmallScans.uid(0)
            + ",10,10,10\n");

    DatasetResult result =
        new DatasetRun(request(), library, Annotations.read(csv))
            .run(Progress.NONE, Parallel.SEQUENTIAL);

    assertThat(result.written()).isEqualTo(1);
    assertThat(result.failures()).hasSize(2);
    assertThat(result.failures().get(0).toString()).contains("1.2.3");
    assertThat(result.failures().get(1).toString()).contains("outside the scan");
    assertThat(result.remarks()).hasSize(1);
  }

  @Test
  void aSeriesThatClassicModeRefusesIsNamedWithTheReason() throws Exception {
    DatasetRequest large =
        new DatasetRequest(
            out,
            request().cube().withMode(ResampleMode.CLASSIC).withSize(64),
            request().options(),
            0.2,
            "",
            Shard.ALL,
            "1.0");

    DatasetResult result = run(large);

    assertThat(result.written()).isZero();
    assertThat(result.failures().getFirst().toString()).contains("smaller than the cube");
  }
}
