package org.voxdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.dataset.DatasetRequest;
import org.voxdesk.dataset.DatasetRun;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.export.CubeExport;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Library;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;

/// A hundred nodules in five series, from the files on the disk to the files on the disk, beside
/// the Python recipe run once for each of the series.
final class MakeDataset {
  static final String OURS = "MakeDataset.run";
  static final String RECIPE = "recipe in Python: five series";
  private static final int SERIES = 5;
  private static final int NODULES = 20;
  private static final int RUNS = 3;

  private MakeDataset() {}

  static List<Measured> rounds() throws Exception {
    Path folder = Files.createTempDirectory("dataset");
    try {
      Path csv = scans(folder);
      double ours = Double.POSITIVE_INFINITY;
      double recipe = Double.POSITIVE_INFINITY;
      for (int run = 0; run < RUNS; run++) {
        ours = Math.min(ours, ours(folder, csv, folder.resolve("out" + run)));
        recipe = Math.min(recipe, recipe(folder));
      }
      List<Measured> measured = new ArrayList<>(List.of(new Measured(OURS, ours, Double.NaN)));
      if (Double.isFinite(recipe)) {
        measured.add(new Measured(RECIPE, recipe, Double.NaN));
      }
      return measured;
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path scans(Path folder) throws Exception {
    StringBuilder csv = new StringBuilder("seriesuid,coordX,coordY,coordZ\n");
    var random = new SplittableRandom(5);
    for (int s = 0; s < SERIES; s++) {
      String uid = "1.2.826.0.1.3680043.9999.5." + (s + 1);
      for (Path file : ScanFolder.files()) {
        DicomFile read = DicomReader.read(file);
        DicomFile changed =
            read.withDataSet(read.dataSet().with(Tag.SERIES_INSTANCE_UID, Vr.UI, uid));
        Path target = folder.resolve("scans").resolve("" + s).resolve(file.getFileName());
        DicomWriter.save(changed, target, AtomicFile.Existing.REFUSE);
      }
      for (int n = 0; n < NODULES; n++) {
        csv.append(uid)
            .append("," + random.nextInt(-100, 100))
            .append("," + random.nextInt(-100, 100))
            .append("," + random.nextInt(-240, -100))
            .append('\n');
      }
    }
    Path file = folder.resolve("annotations.csv");
    Files.writeString(file, csv);
    return file;
  }

  private static double ours(Path folder, Path csv, Path out) throws Exception {
    int helpers = Runtime.getRuntime().availableProcessors() - 1;
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, helpers))) {
      var workers = new Workers(threads, helpers);
      CubeRequest cube =
          CubeRequest.at(new CubePoint.AtLps(new Lps(0, 0, 0))).withMode(ResampleMode.CLASSIC);
      long start = System.nanoTime();
      Library library = Library.scan(List.of(folder.resolve("scans")), Progress.NONE, workers);
      var result =
          new DatasetRun(
                  DatasetRequest.of(out, cube, CubeExport.Options.USUAL, "bench"),
                  library,
                  Annotations.read(csv))
              .run(Progress.NONE, workers);
      double millis = (System.nanoTime() - start) / 1e6;
      if (result.written() != SERIES * NODULES) {
        throw new IllegalStateException(result.toString());
      }
      return millis;
    }
  }

  private static double recipe(Path folder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int s = 0; s < SERIES; s++) {
      Path series = folder.resolve("scans").resolve("" + s);
      Process process =
          new ProcessBuilder(
                  RecipeScript.command(RecipeScript.script(), series, folder.resolve("py" + s)))
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
