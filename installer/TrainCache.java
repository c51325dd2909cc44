import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes the cache of loaded and linked classes (JEP 483, JEP 514, JEP 515) of an application image.
///
/// Run by the build as `java installer/TrainCache.java IMAGE WORK`. Starts the image's own runtime
/// with the options and the class path of its launcher, for a cache is refused under any others; does
/// the demo in it, which opens the window and goes through the main job without a display; and leaves
/// the cache where the launcher's option `-XX:AOTCache` looks for it.
final class TrainCache {
  private static final String CACHE = "-XX:AOTCache=";

  private TrainCache() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path image = Path.of(arguments[0]).toAbsolutePath();
    Path work = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    Path launcher = find(image, path -> path.endsWith("voxdesk.cfg"));
    Path runtime = find(image, path -> path.endsWith(Path.of("lib", "modules")));
    List<String> command = command(launcher, runtime.getParent().resolveSibling("bin"));
    command.addAll(List.of("demo", "--out", work.resolve("demo").toString()));
    ProcessBuilder training = new ProcessBuilder(command).redirectErrorStream(true);
    // Whoever builds keeps his own settings and sample.
    training.environment().put("XDG_CACHE_HOME", work.toString());
    training.environment().put("XDG_CONFIG_HOME", work.toString());
    training.environment().put("LOCALAPPDATA", work.toString());
    Path log = work.resolve("training.log");
    int exit = training.redirectOutput(log.toFile()).start().waitFor();
    if (exit != 0 || !Files.exists(cache(launcher))) {
      Files.readAllLines(log).forEach(System.err::println);
      System.err.println("The cache was not made; the training run exited " + exit);
      System.exit(1);
    }
  }

  private static Path find(Path image, Predicate<Path> wanted) throws IOException {
    try (var files = Files.walk(image)) {
      return files.filter(wanted).findFirst().orElseThrow(() -> new IOException("no image " + image));
    }
  }

  private static List<String> command(Path launcher, Path bin) throws IOException {
    List<String> command = new ArrayList<>();
    List<String> classPath = new ArrayList<>();
    String mainClass = "";
    command.add(bin.resolve("java").toString());
    for (String line : Files.readAllLines(launcher)) {
      int equals = line.indexOf('=');
      String value = line.substring(equals + 1).replace("$APPDIR", launcher.getParent().toString());
      switch (line.substring(0, Math.max(0, equals))) {
        case "java-options" -> command.add(value.replace(CACHE, "-XX:AOTCacheOutput="));
        case "app.classpath" -> {
          classPath.add(value);
          settle(Path.of(value));
        }
        case "app.mainclass" -> mainClass = value;
        default -> {}
      }
    }
    command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), classPath)));
    command.add(mainClass);
    return command;
  }

  /// The cache is refused where a jar's time has changed, and packages keep times to two seconds.
  private static void settle(Path jar) throws IOException {
    long seconds = Files.getLastModifiedTime(jar).toMillis() / 1000;
    Files.setLastModifiedTime(jar, FileTime.fromMillis((seconds - seconds % 2) * 1000));
  }

  private static Path cache(Path launcher) throws IOException {
    String option =
        Files.readAllLines(launcher).stream()
            .filter(line -> line.contains(CACHE))
            .findFirst()
            .orElseThrow(() -> new IOException("no " + CACHE + " in " + launcher));
    String path = option.substring(option.indexOf(CACHE) + CACHE.length());
    return Path.of(path.replace("$APPDIR", launcher.getParent().toString()));
  }
}
