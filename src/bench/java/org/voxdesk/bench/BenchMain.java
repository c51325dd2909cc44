package org.voxdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.edit.TransferSyntaxTable;

/// Runs the benchmarks of this package and prints their times and ratios as one table.
///
/// A new benchmark is a public class with `@State` and `@Benchmark` methods here, and a row in
/// [#ROWS]. A row that is held against another program adds that program's time in [#measure].
public final class BenchMain {
  private static final List<Comparison> ROWS =
      List.of(
          Comparison.baseline("read the folder's bytes, one thread", "ReadFolder.oneThread"),
          Comparison.relative(
              "read the folder's bytes, all processors",
              "ReadFolder.allProcessors",
              "ReadFolder.oneThread",
              1,
              0),
          Comparison.relative(
              "folder to HU volume, one thread",
              "BuildVolume.oneThread",
              "ReadFolder.oneThread",
              1.5,
              50),
          Comparison.relative(
              "folder to HU volume, all processors",
              "BuildVolume.allProcessors",
              "ReadFolder.allProcessors",
              1.5,
              50),
          Comparison.baseline(
              "read the heads of 2,000 files, one thread", "ScanHeaders.plainReading"),
          Comparison.relative(
              "scan 2,000 CT files of 0.5 MB, one thread (30 µs a file)",
              "ScanHeaders.oneThread",
              "ScanHeaders.plainReading",
              0,
              0.030 * ScanHeaders.FILES),
          Comparison.absolute(
              "one edit of 1,000 images of 258 elements, one thread", "SaveFiles.edit", 100),
          Comparison.baseline(
              "copy 1,000 files of 0.5 MB to the disk, one thread", "SaveFiles.copyOneThread"),
          Comparison.relative(
              "save 1,000 edited files, one thread",
              "SaveFiles.saveOneThread",
              "SaveFiles.copyOneThread",
              2,
              0),
          Comparison.baseline(
              "copy 1,000 files of 0.5 MB to the disk, all processors",
              "SaveFiles.copyAllProcessors"),
          Comparison.relative(
              "save 1,000 edited files, all processors",
              "SaveFiles.saveAllProcessors",
              "SaveFiles.copyAllProcessors",
              2,
              0),
          Comparison.relative(
              "save 1,000 edited files in place for undoing, all processors",
              "SaveFiles.saveInPlace",
              "SaveFiles.copyAllProcessors",
              2,
              0),
          decoding("RLE", "ct_rle", 250),
          decoding("JPEG lossless, predictor 1", "ct_jpeg_lossless_sv1_ts70", 60),
          decoding("JPEG lossless, predictor 6", "ct_jpeg_lossless_sv6", 60),
          decoding("JPEG-LS", "ct_jpegls_lossless", 35),
          decoding("JPEG extended, 12 bits", "ct_jpeg_extended12", 30),
          decoding("JPEG 2000, lossless", "ct_j2k_lossless", 0),
          decoding("JPEG 2000, lossy", "ct_j2k_lossy", 0),
          Comparison.rate(
              "JPEG-LS series to HU volume, one thread",
              "DecodeSeries.oneThread",
              140 * DecodeFrames.PIXELS,
              0),
          Comparison.rate(
              "JPEG-LS series to HU volume, all processors",
              "DecodeSeries.allProcessors",
              140 * DecodeFrames.PIXELS,
              0),
          Comparison.absolute(
              "select a series of 1,000 images, 258 elements", "MergedTable.select", 300),
          Comparison.absolute("click to 64³ cube, physical", "Resample.clickPhysical", 5),
          Comparison.absolute("click to 64³ cube, classic", "Resample.clickClassic", 5),
          Comparison.relative(
              "1 mm volume, classic, one thread",
              "Resample.classicOneThread",
              RecipeScript.NAME,
              0.5,
              0),
          Comparison.relative(
              "1 mm volume, classic, all processors",
              "Resample.classicAllProcessors",
              RecipeScript.NAME,
              0.5,
              0),
          Comparison.relative(
              "1 mm volume, physical, all processors",
              "Resample.physicalAllProcessors",
              RecipeScript.NAME,
              0.5,
              0),
          Comparison.baseline("copy 300 × 512 × 512 and its 1 mm volume", "LargeVolume.copy"),
          Comparison.relative(
              "1 mm volume of 300 × 512 × 512, classic",
              "LargeVolume.classic",
              "LargeVolume.copy",
              12,
              0),
          Comparison.relative(
              "1 mm volume of 300 × 512 × 512, physical",
              "LargeVolume.physical",
              "LargeVolume.copy",
              12,
              0),
          Comparison.relative(
              "dataset of 100 nodules in five series",
              MakeDataset.OURS,
              MakeDataset.RECIPE,
              0.2,
              0));

  /// Transfer syntaxes of the README's table to the benchmarks that tell their speed.
  private static final Map<String, String> SPEEDS =
      Map.ofEntries(
          Map.entry("1.2.840.10008.1.2.5", "ct_rle"),
          Map.entry("1.2.840.10008.1.2.4.51", "ct_jpeg_extended12"),
          Map.entry("1.2.840.10008.1.2.4.57", "ct_jpeg_lossless_sv6"),
          Map.entry("1.2.840.10008.1.2.4.70", "ct_jpeg_lossless_sv1_ts70"),
          Map.entry("1.2.840.10008.1.2.4.80", "ct_jpegls_lossless"),
          Map.entry("1.2.840.10008.1.2.4.90", "ct_j2k_lossless"),
          Map.entry("1.2.840.10008.1.2.4.91", "ct_j2k_lossy"));

  /// What measures and prints by itself, in a virtual machine of its own.
  private static final List<Class<?>> ALONE =
      List.of(OpenFolder.class, ClickNodule.class, Frames.class, StartProgram.class);

  private BenchMain() {}

  private static Comparison decoding(String what, String file, double megapixels) {
    return Comparison.rate(
        "decode " + what, "DecodeFrames.decode " + file, DecodeFrames.PIXELS, megapixels);
  }

  /// Takes patterns of benchmark names to run only those; with none it runs all.
  public static void main(String[] patterns) throws Exception {
    if (!Files.isDirectory(ScanFolder.path())) {
      System.out.println(
          "Nothing measured: there is no folder "
              + ScanFolder.path().toAbsolutePath().normalize()
              + "; -Dvoxdesk.testdata=DIR names another place of ct/.");
      return;
    }
    List<Class<?>> alone = ALONE.stream().filter(each -> isWanted(each, patterns)).toList();
    if (patterns.length == 0 || alone.isEmpty()) {
      table(patterns);
    }
    for (Class<?> each : alone) {
      System.out.println();
      runAlone(each);
    }
  }

  /// Whether one of `patterns` is in the name of `program`, or there are none.
  private static boolean isWanted(Class<?> program, String[] patterns) {
    return patterns.length == 0
        || Arrays.stream(patterns).anyMatch(program.getSimpleName()::contains);
  }

  /// Runs `program` with the options of the packaged application, drawing in software and without a
  /// display.
  private static void runAlone(Class<?> program) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:MaxRAMPercentage=50",
            "-XX:+UseCompactObjectHeaders",
            "-XX:G1HeapRegionSize=4m",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Dvoxdesk.testdata=" + ScanFolder.testData(),
            "-cp",
            System.getProperty("java.class.path"),
            program.getName());
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void table(String[] patterns) throws Exception {
    Map<String, Measured> measured = measure(patterns);
    System.out.print(new Table(measured).format(ROWS));
    System.out.println("\nThe README's table of transfer syntaxes, with the speeds of this run:\n");
    TransferSyntaxTable.markdown(syntax -> speed(measured, syntax)).forEach(System.out::println);
  }

  private static Optional<Double> speed(Map<String, Measured> measured, TransferSyntax syntax) {
    return Optional.ofNullable(SPEEDS.get(syntax.uid()))
        .flatMap(file -> Optional.ofNullable(measured.get("DecodeFrames.decode " + file)))
        .map(result -> DecodeFrames.PIXELS / (result.millis() * 1000));
  }

  private static Map<String, Measured> measure(String[] patterns) throws Exception {
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (RunResult run : new Runner(options(patterns)).run()) {
      Result<?> result = run.getPrimaryResult();
      String name = simpleName(run.getParams().getBenchmark());
      for (String key : run.getParams().getParamsKeys()) {
        name += " " + run.getParams().getParam(key);
      }
      measured.put(name, new Measured(name, result.getScore(), result.getScoreError()));
    }
    if (measured.keySet().stream().anyMatch(name -> name.startsWith("Resample."))) {
      RecipeScript.resample().ifPresent(script -> measured.put(script.name(), script));
    }
    if (measured.containsKey("LargeVolume.copy")) {
      MakeDataset.rounds().forEach(each -> measured.put(each.name(), each));
    }
    if (measured.containsKey("SaveFiles.edit")) {
      SaveFiles.rounds().forEach(each -> measured.put(each.name(), each));
    }
    return measured;
  }

  /// One fork, three seconds of warm-up and five of measuring for each benchmark: about ten
  /// seconds.
  private static Options options(String[] patterns) {
    OptionsBuilder options = new OptionsBuilder();
    for (String pattern : patterns) {
      options.include(pattern);
    }
    return options
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MILLISECONDS)
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow", "-Xmx2g", "-XX:G1HeapRegionSize=4m")
        .build();
  }

  private static String simpleName(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }
}
