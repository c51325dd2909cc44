import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Puts the native libraries of JavaFX where a runtime has its own.
///
/// Run by the build as `java installer/NativeLibraries.java MODULES RUNTIME`. JavaFX looks for them
/// there first; otherwise it copies them to a folder of the user and compares what it finds there
/// with its own at every start.
final class NativeLibraries {
  private static final List<String> ENDINGS = List.of(".so", ".dll", ".dylib");

  private NativeLibraries() {}

  public static void main(String[] arguments) throws IOException {
    Path runtime = Path.of(arguments[1]);
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    Path target = runtime.resolve(isWindows ? "bin" : "lib");
    try (var jars = Files.newDirectoryStream(Path.of(arguments[0]), "javafx-*.jar")) {
      for (Path jar : jars) {
        copy(jar, target);
      }
    }
  }

  private static void copy(Path jar, Path target) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (ENDINGS.stream().anyMatch(entry.getName()::endsWith)) {
          try (InputStream library = file.getInputStream(entry)) {
            Path name = Path.of(entry.getName()).getFileName();
            Files.copy(library, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }
}
