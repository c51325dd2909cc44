import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Makes an application image start quickly.
///
/// Run by the build as `java installer/QuickStart.java MODULES IMAGE WORK`: the jars of JavaFX, the
/// folder in which jpackage has left the image, and a folder for what is left over.
final class QuickStart {
  private static final List<String> LIBRARIES = List.of(".so", ".dll", ".dylib");
  private static final String CACHE = "-XX:AOTCache=";

  private final Path modules;
  private final Path work;
  private final Path settings;
  private final Path runtime;

  private QuickStart(Path modules, Path image, Path work) throws IOException {
    this.modules = modules;
    this.work = Files.createDirectories(work);
    this.settings = find(image, path -> path.endsWith("voxdesk.cfg"));
    this.runtime = find(image, path -> path.endsWith(Path.of("lib", "modules"))).resolve("../..").normalize();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var image =
        new QuickStart(
            Path.of(arguments[0]),
            Path.of(arguments[1]).toAbsolutePath(),
            Path.of(arguments[2]).toAbsolutePath());
    image.nativeLibraries();
    image.launcher();
    image.train();
  }

  private static Path find(Path image, Predicate<Path> wanted) throws IOException {
    try (var files = Files.walk(image)) {
      return files.filter(wanted).findFirst().orElseThrow(() -> new IOException("no image " + image));
    }
  }

  private static boolean isSystem(String name) {
    return System.getProperty("os.name").startsWith(name);
  }

  /// Puts JavaFX's native libraries where the runtime has its own. JavaFX looks for them there
  /// first; else it copies them to the user's folder, and compares the copies at every start.
  private void nativeLibraries() throws IOException {
    Path target = runtime.resolve(isSystem("Windows") ? "bin" : "lib");
    try (var jars = Files.newDirectoryStream(modules, "javafx-*.jar")) {
      for (Path each : jars) {
        try (JarFile jar = new JarFile(each.toFile())) {
          for (JarEntry entry : Collections.list(jar.entries())) {
            if (LIBRARIES.stream().anyMatch(entry.getName()::endsWith)) {
              copy(jar, entry, target);
            }
          }
        }
      }
    }
  }

  private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
    try (InputStream library = jar.getInputStream(entry)) {
      Path name = Path.of(entry.getName()).getFileName();
      Files.copy(library, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void launcher() throws IOException {
    if (isSystem("Linux")) {
      Path launcher = settings.resolve("../../../bin/voxdesk").normalize();
      Files.copy(
          Path.of("installer", "voxdesk.sh"),
          launcher,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /// Makes the cache of loaded and linked classes (JEP 483, JEP 514) where the launcher's option
  /// looks for it. Does the demo in the image's own runtime, which opens the window and goes through
  /// the main job without a display, with the options and the class path of the launcher, for the
  /// cache is refused under any others.
  private void train() throws IOException, InterruptedException {
    ProcessBuilder training = new ProcessBuilder(command()).redirectErrorStream(true);
    // Whoever builds keeps his own settings and sample.
    List.of("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")
        .forEach(folder -> training.environment().put(folder, work.toString()));
    Path log = work.resolve("training.log");
    int exit = training.redirectOutput(log.toFile()).start().waitFor();
    Path cache = cache();
    if (exit != 0 || !Files.exists(cache)) {
      Files.deleteIfExists(cache);
      System.out.println(
          "The image has no cache of classes and starts more slowly; why is in " + log);
    } else {
      withoutArchive();
    }
  }

  /// The runtime's own archive of classes is what it starts from without the cache.
  private void withoutArchive() throws IOException {
    try (var files = Files.walk(runtime)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".jsa")).toList()) {
        Files.delete(each);
      }
    }
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    List<String> classPath = new ArrayList<>();
    String mainClass = "";
    command.add(runtime.resolve("bin").resolve("java").toString());
    // Nothing is recorded of what was compiled: it would be compiled again while the window opens.
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    for (String line : Files.readAllLines(settings)) {
      String value = inPlace(line.substring(line.indexOf('=') + 1));
      switch (line.substring(0, Math.max(0, line.indexOf('=')))) {
        case "java-options" -> command.add(value.replace(CACHE, "-XX:AOTCacheOutput="));
        case "app.classpath" -> {
          classPath.add(value);
          settle(Path.of(value));
        }
        case "app.mainclass" -> mainClass = value;
        default -> {}
      }
    }
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
    command.addAll(List.of("demo", "--out", work.resolve("demo").toString()));
    return command;
  }

  /// The cache is refused where a jar's time has changed, and packages keep times to two seconds.
  private static void settle(Path jar) throws IOException {
    long seconds = Files.getLastModifiedTime(jar).toMillis() / 1000;
    Files.setLastModifiedTime(jar, FileTime.fromMillis((seconds - seconds % 2) * 1000));
  }

  private Path cache() throws IOException {
    for (String line : Files.readAllLines(settings)) {
      if (line.contains(CACHE)) {
        return Path.of(inPlace(line.substring(line.indexOf(CACHE) + CACHE.length())));
      }
    }
    throw new IOException("no " + CACHE + " in " + settings);
  }

  private String inPlace(String value) {
    return value.replace("$APPDIR", settings.getParent().toString());
  }
}
