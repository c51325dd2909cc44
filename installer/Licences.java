import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Collects the licences of the libraries for the program to show.
///
/// Run by the build as `java installer/Licences.java CLASSPATH TEXTS TARGET`: what a licence is
/// called is in the Maven metadata beside a jar; its text is in the jar, or where it is not, in
/// TEXTS under the name of the library or of the licence. A library without either fails the build.
/// TARGET gets the texts and `index.txt`, a line each: name and version, licence, file of the text.
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile("(?i)(.*/)?([^/]*licen[sc]e|notice|copying)(\\.txt|\\.md)?");
  private static final Pattern MAIN_TEXT =
      Pattern.compile("(?i)(META-INF/)?licen[sc]e(\\.txt|\\.md)?");

  private final Path texts;
  private final Path target;

  private Licences(Path texts, Path target) {
    this.texts = texts;
    this.target = target;
  }

  public static void main(String[] arguments) throws Exception {
    Path target = Files.createDirectories(Path.of(arguments[2]));
    Licences licences = new Licences(Path.of(arguments[1]), target);
    Map<String, String> lines = new TreeMap<>();
    Files.writeString(target.resolve("voxdesk.txt"), Files.readString(Path.of("LICENSE")));
    for (String entry : arguments[0].split(Pattern.quote(File.pathSeparator))) {
      if (entry.endsWith(".jar")) {
        Library library = new Library(Path.of(entry).toAbsolutePath());
        // JavaFX has two jars a module; the one for this system comes second and has the content.
        lines.put(library.name(), licences.line(library));
      }
    }
    List<String> index = new ArrayList<>(List.of("Voxdesk\tApache-2.0\tvoxdesk.txt"));
    index.addAll(lines.values());
    Files.write(target.resolve("index.txt"), index);
  }

  private String line(Library library) throws Exception {
    String title = library.licence();
    Files.writeString(target.resolve(library.name() + ".txt"), text(library, title));
    return library.name() + " " + library.version() + "\t" + title + "\t" + library.name() + ".txt";
  }

  private String text(Library library, String title) throws IOException {
    List<String> parts = new ArrayList<>();
    Path own = texts.resolve(library.name() + ".txt");
    if (Files.exists(own)) {
      parts.add(Files.readString(own));
    }
    Map<String, String> inJar = library.texts();
    if (parts.isEmpty() && inJar.keySet().stream().noneMatch(MAIN_TEXT.asMatchPredicate())) {
      parts.add(usual(library, title));
    }
    parts.addAll(inJar.values());
    return String.join("\n\n", parts);
  }

  private String usual(Library library, String title) throws IOException {
    String words = title.toLowerCase(Locale.ROOT);
    if (words.contains("apache")) {
      return Files.readString(Path.of("LICENSE"));
    }
    if (words.contains("gpl")) {
      return Files.readString(texts.resolve("GPL-2.0-with-Classpath-Exception.txt"));
    }
    throw new IOException(
        "no text of the licence of " + library.name() + " (" + title + "): put it into " + texts);
  }

  /// A jar in a Maven repository: `group/artifact/version/artifact-version.jar`.
  private record Library(Path jar) {
    String name() {
      return jar.getParent().getParent().getFileName().toString();
    }

    String version() {
      return jar.getParent().getFileName().toString();
    }

    Map<String, String> texts() throws IOException {
      Map<String, String> texts = new LinkedHashMap<>();
      try (JarFile file = new JarFile(jar.toFile())) {
        for (JarEntry entry : Collections.list(file.entries())) {
          if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
            try (InputStream in = file.getInputStream(entry)) {
              String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
              texts.put(entry.getName(), text.replace("\r\n", "\n").strip() + "\n");
            }
          }
        }
      }
      return texts;
    }

    /// What the metadata of the library, or of a parent of it, calls its licences.
    String licence() throws Exception {
      Path pom = jar.resolveSibling(name() + "-" + version() + ".pom");
      while (true) {
        Element project = read(pom);
        Optional<Element> licences = child(project, "licenses");
        if (licences.isPresent()) {
          List<String> names = new ArrayList<>();
          for (Element licence : children(licences.get(), "license")) {
            child(licence, "name").ifPresent(name -> names.add(name.getTextContent().strip()));
          }
          return String.join(", ", names);
        }
        Optional<Element> parent = child(project, "parent");
        if (parent.isEmpty()) {
          throw new IOException("no licence in the metadata of " + jar);
        }
        pom = pom(parent.get());
      }
    }

    private Path pom(Element parent) throws Exception {
      Path folder = repository();
      for (String name : text(parent, "groupId").split("\\.", -1)) {
        folder = folder.resolve(name);
      }
      String artifact = text(parent, "artifactId");
      String version = text(parent, "version");
      return folder.resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom");
    }

    /// The folder that the folders of the group are in.
    private Path repository() throws Exception {
      Element project = read(jar.resolveSibling(name() + "-" + version() + ".pom"));
      Element group =
          child(project, "groupId")
              .or(() -> child(project, "parent").flatMap(parent -> child(parent, "groupId")))
              .orElseThrow();
      Path repository = jar.getParent().getParent().getParent();
      for (int i = 0; i < group.getTextContent().strip().split("\\.", -1).length; i++) {
        repository = repository.getParent();
      }
      return repository;
    }

    private static Element read(Path pom)
        throws IOException, ParserConfigurationException, SAXException {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    }

    private static String text(Element parent, String name) {
      return child(parent, name).orElseThrow().getTextContent().strip();
    }

    private static Optional<Element> child(Element parent, String name) {
      return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
      List<Element> found = new ArrayList<>();
      for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
        if (each instanceof Element element && element.getTagName().equals(name)) {
          found.add(element);
        }
      }
      return found;
    }
  }
}
