package org.voxdesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged application from its start to a window that can be used and to the first picture in
/// it, again and again, with and without its cache of classes; and its help.
///
/// The window needs a display, and draws in software, as it would under Xvfb.
final class StartProgram {
  private static final Path PROGRAM = Path.of("target", "dist", "voxdesk", "bin", "voxdesk");
  private static final int TIMES = 7;
  private static final int LIMIT_S = 60;
  private static final List<String> SAMPLE = List.of("--sample");
  private static final String SOFTWARE = "-Dprism.order=sw";
  private static final String NO_CACHE = "-XX:AOTMode=off";
  private static final Pattern STEP = Pattern.compile("(\\w+) (\\d+) ms");
  private static final Map<String, String> STEPS =
      Map.of(
          "java", "Java runs",
          "toolkit", "the toolkit has started",
          "built", "the window is built",
          "window", "the window can be used",
          "picture", "the first picture is in it");

  private final Path settings;

  private StartProgram() throws IOException {
    settings = Files.createTempDirectory("voxdesk-bench");
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!Files.isExecutable(PROGRAM)) {
      System.out.println("Start not measured: mvn -q -Pdist -DskipTests package makes " + PROGRAM);
      return;
    }
    var program = new StartProgram();
    program.help("voxdesk --help", "");
    program.help("voxdesk --help, no cache", NO_CACHE);
    if (System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
      System.out.println("Window not measured: there is no display (DISPLAY is not set)");
      return;
    }
    program.window("start", List.of(), SOFTWARE, "1000 ms");
    program.window("start with the sample", SAMPLE, SOFTWARE, "1000 ms");
    program.window("start with the sample, no cache", SAMPLE, SOFTWARE + " " + NO_CACHE, "");
  }

  private ProcessBuilder program(String options, List<String> arguments) {
    ProcessBuilder program = new ProcessBuilder(PROGRAM.toString());
    program.command().addAll(arguments);
    program.environment().put("JAVA_TOOL_OPTIONS", options);
    program.environment().put("XDG_CONFIG_HOME", settings.toString());
    program.environment().put("XDG_CACHE_HOME", settings.toString());
    return program.redirectErrorStream(true);
  }

  private void help(String title, String options) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int n = 0; n <= TIMES; n++) {
      long start = System.nanoTime();
      Process process = program(options, List.of("--help")).start();
      process.getInputStream().readAllBytes();
      process.waitFor();
      times.add((System.nanoTime() - start) / 1e6);
    }
    print(title, times, "");
  }

  private void window(String title, List<String> arguments, String options, String asked)
      throws IOException, InterruptedException {
    Map<String, List<Double>> steps = new LinkedHashMap<>();
    // The first one makes the sample and is not counted.
    for (int n = 0; n <= TIMES; n++) {
      boolean counts = n > 0;
      started(options, arguments)
          .forEach(
              (step, millis) -> {
                List<Double> times = steps.computeIfAbsent(step, first -> new ArrayList<>());
                if (counts) {
                  times.add(millis);
                }
              });
    }
    steps.forEach(
        (step, times) ->
            print(
                title + ": " + STEPS.getOrDefault(step, step),
                times,
                step.equals("window") ? asked : ""));
  }

  /// Milliseconds from the start to each step, as the program tells them.
  private Map<String, Double> started(String options, List<String> arguments)
      throws IOException, InterruptedException {
    String told = options + " -Dvoxdesk.startup=" + System.currentTimeMillis();
    Process process = program(told, arguments).start();
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            process.toHandle()::destroyForcibly,
            CompletableFuture.delayedExecutor(LIMIT_S, TimeUnit.SECONDS));
    Map<String, Double> steps = new LinkedHashMap<>();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && steps.isEmpty()) {
        if (line.startsWith("startup:")) {
          STEP.matcher(line.replaceAll("\\([^)]*\\)", ""))
              .results()
              .forEach(step -> steps.put(step.group(1), Double.valueOf(step.group(2))));
        } else {
          line = lines.readLine();
        }
      }
    }
    process.destroy();
    process.waitFor();
    limit.cancel(false);
    if (steps.isEmpty()) {
      throw new IOException(PROGRAM + " does not tell how it starts; is it of this version?");
    }
    return steps;
  }

  private static void print(String title, List<Double> times, String asked) {
    double least = times.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    System.out.println(
        String.format(
                Locale.ROOT,
                "%-58s  %8.0f ms  (least %.0f)  %s",
                title,
                Median.of(times),
                least,
                asked)
            .stripTrailing());
  }
}
