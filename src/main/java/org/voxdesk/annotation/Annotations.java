package org.voxdesk.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// What a file of annotations holds.
///
/// @param nodules places in millimetres, in the file's order
/// @param reports LIDC reports, whose pixels become millimetres with the geometry of their series
///   ([LidcNodules])
/// @param leftOut rows, boxes and reports that make no sense, a sentence each; the rest is there
/// @param splits of series that the file says it of, what they are for: `train`, `validation` or
///   `test`
public record Annotations(
    List<Annotation> nodules,
    List<LidcReport> reports,
    List<Sentence> leftOut,
    Map<String, String> splits) {
  public Annotations {
    splits = Map.copyOf(splits);
    nodules = List.copyOf(nodules);
    reports = List.copyOf(reports);
    leftOut = List.copyOf(leftOut);
  }

  /// All of which makes sense.
  public Annotations(List<Annotation> nodules, List<LidcReport> reports) {
    this(nodules, reports, List.of(), Map.of());
  }

  /// The same, of which nobody has said what it is for.
  public Annotations withoutSplits() {
    return new Annotations(nodules, reports, leftOut, Map.of());
  }

  /// Reads a file by its ending: `.csv` of LUNA16 or a dataset's manifest, `.json` of MONAI, `.xml`
  /// of LIDC; of a folder, every `.xml` in it that is a report on a CT.
  ///
  /// What makes no sense in it is left out. A table may have commas, semicolons or tabs between its
  /// columns, and decimal commas in the latter two.
  ///
  /// @throws ExplainedException naming the file and what is wrong with it, if nothing can be had
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
      if (plain.isBlank()) {
        throw new ExplainedException(Sentence.of("annotation.empty", path));
      }
      return name.endsWith(".json")
          ? MonaiJson.parse(path, plain)
          : AnnotationCsv.parse(path, plain);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ExplainedException(Sentence.of("annotation.no.json", path, line), e);
    } catch (CharacterCodingException e) {
      throw new ExplainedException(Sentence.of("annotation.no.text", path), e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new ExplainedException(Sentence.of("file.missing", path), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ExplainedException(
          Sentence.of("annotation.unreadable", path, String.valueOf(e.getMessage())), e);
    }
  }

  private static Annotations folder(Path folder) throws ExplainedException {
    List<LidcReport> reports = new ArrayList<>();
    List<Sentence> leftOut = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Annotations::isXml).sorted().toList()) {
        try {
          LidcXml.find(file).ifPresent(reports::add);
        } catch (ExplainedException e) {
          leftOut.add(e.sentence());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ExplainedException(
          Sentence.of("annotation.unreadable", folder, String.valueOf(e.getMessage())), e);
    }
    if (reports.isEmpty()) {
      throw new ExplainedException(
          leftOut.isEmpty() ? Sentence.of("annotation.no.lidc", folder) : leftOut.getFirst());
    }
    return new Annotations(List.of(), reports, leftOut, Map.of());
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
  /// @param splits what series are for; those it does not have are for training
  public static String monaiJson(List<Annotation> nodules, Map<String, String> splits) {
    try {
      return MonaiJson.write(nodules, uid -> splits.getOrDefault(uid, "train"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text always serialises", e);
    }
  }
}
