package org.voxdesk.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// What a file of annotations holds.
///
/// @param nodules places in millimetres, in the file's order
/// @param reports LIDC reports, whose pixels become millimetres with the geometry of their series
///   ([LidcNodules])
public record Annotations(List<Annotation> nodules, List<LidcReport> reports) {
  public Annotations {
    nodules = List.copyOf(nodules);
    reports = List.copyOf(reports);
  }

  /// Reads a file by its ending: `.csv` of LUNA16 or a dataset's manifest, `.json` of MONAI, `.xml`
  /// of LIDC; of a folder, every `.xml` in it that is a report on a CT.
  ///
  /// @throws ExplainedException naming the file and what is wrong with it
  public static Annotations read(Path path) throws ExplainedException {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".xml")) {
      return new Annotations(List.of(), List.of(LidcXml.read(path)));
    }
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      List<Annotation> nodules =
          name.endsWith(".json") ? MonaiJson.parse(path, plain) : AnnotationCsv.parse(path, plain);
      return new Annotations(nodules, List.of());
    } catch (JsonProcessingException e) {
      throw new ExplainedException(
          Sentence.of("annotation.damaged", path, e.getOriginalMessage()), e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new ExplainedException(Sentence.of("file.missing", path), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ExplainedException(
          Sentence.of("annotation.unreadable", path, String.valueOf(e.getMessage())), e);
    }
  }

  private static Annotations folder(Path folder) throws ExplainedException {
    List<LidcReport> reports = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Annotations::isXml).sorted().toList()) {
        LidcXml.find(file).ifPresent(reports::add);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ExplainedException(
          Sentence.of("annotation.unreadable", folder, String.valueOf(e.getMessage())), e);
    }
    if (reports.isEmpty()) {
      throw new ExplainedException(Sentence.of("annotation.no.lidc", folder));
    }
    return new Annotations(List.of(), reports);
  }

  private static boolean isXml(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  /// The series that something is marked in.
  public Set<String> seriesUids() {
    Set<String> uids = new HashSet<>();
    nodules.forEach(nodule -> uids.add(nodule.seriesUid()));
    reports.forEach(report -> uids.add(report.seriesUid()));
    return uids;
  }

  /// The nodules of one series, those of LIDC reports last.
  public List<Annotation> in(String seriesUid, LidcNodules lidc) {
    List<Annotation> found = new ArrayList<>();
    nodules.stream().filter(n -> n.seriesUid().equals(seriesUid)).forEach(found::add);
    reports.stream()
        .filter(r -> r.seriesUid().equals(seriesUid))
        .forEach(r -> found.addAll(lidc.of(r)));
    return found;
  }

  /// The text of LUNA16's `annotations.csv`.
  public static String annotationsCsv(List<Annotation> nodules) {
    return AnnotationCsv.annotations(nodules);
  }

  /// The text of LUNA16's `candidates.csv`.
  public static String candidatesCsv(List<Annotation> nodules) {
    return AnnotationCsv.candidates(nodules);
  }

  /// The text of a LIDC XML file: the nodules of one series.
  ///
  /// @param lidc knows the images of the series
  public static String lidcXml(String seriesUid, List<Annotation> nodules, LidcNodules lidc) {
    return lidc.xml(lidc.report(seriesUid, nodules));
  }

  /// The text of a MONAI data list.
  ///
  /// @param validation which series are for validation
  public static String monaiJson(List<Annotation> nodules, Predicate<String> validation) {
    try {
      return MonaiJson.write(nodules, validation);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text always serialises", e);
    }
  }
}
