package org.voxdesk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.pixel.FileWindow;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.pixel.ImagePixel;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.SeriesVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk info`: what is in files and folders.
@Command(name = "info", mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  /// The usual cube, 64 voxels of 1 mm.
  private static final double EDGE_MM = 64;

  private final Output output;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> paths;

  @Option(names = "--json")
  private boolean json;

  InfoCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.library(output, paths);
    if (json) {
      output.print(Json.text(describe(library)));
    } else {
      print(library);
    }
    return library.patients().isEmpty() ? Main.FAILED : 0;
  }

  private void print(Library library) {
    for (Patient patient : library.patients()) {
      output.say(Sentence.of("cli.info.patient", orDash(patient.id()), orDash(patient.name())));
      for (Study study : patient.studies()) {
        output.say(
            1,
            Sentence.of(
                "cli.info.study", orDash(study.date()), Terminal.printable(study.description())));
        output.print("    " + study.uid());
        study.series().forEach(series -> print(library, series));
      }
    }
    if (!library.leftOut().isEmpty()) {
      output.say(Sentence.of("cli.info.left.out", library.leftOut().size()));
      library.leftOut().forEach(file -> output.say(1, file.reason()));
    }
    if (library.patients().isEmpty()) {
      output.say(Sentence.of("cli.info.nothing"));
    }
  }

  private void print(Library library, Series series) {
    output.say(
        2,
        Sentence.of(
            "cli.info.series",
            orDash(series.number()),
            orDash(series.modality()),
            series.instances().size(),
            Terminal.printable(series.description())));
    output.print("      " + series.uid());
    if (series.isPart()) {
      output.say(
          3, Sentence.of("cli.info.part", Opened.number(library, series), Opened.words(series)));
    }
    GeometryReport report = GeometryReport.of(series);
    output.say(3, report.verdict());
    Pixels pixels = pixels(series);
    findings(report, pixels).forEach(finding -> output.say(3, finding));
    SeriesVerdict verdict = SeriesVerdict.of(report, EDGE_MM);
    if (report.stack().isPresent()) {
      output.say(
          3, Sentence.of("cli.info.physical", words(pixels.allow(verdict.physical(), report))));
      output.say(
          3, Sentence.of("cli.info.classic", words(pixels.allow(verdict.classic(), report))));
    }
  }

  /// Images with pixels that are not all there or are no numbers, or with windows that cannot be
  /// used.
  private record Pixels(List<LeftOut> broken, List<LeftOut> windows, List<LeftOut> notNumbers) {
    /// What a mode does with a series of such images: cubes need numbers everywhere.
    SeriesVerdict.ModeVerdict allow(SeriesVerdict.ModeVerdict mode, GeometryReport report) {
      Optional<Sentence> obstacle =
          broken.stream()
              .filter(image -> isInVolume(image, report))
              .map(LeftOut::reason)
              .findFirst()
              .or(
                  () ->
                      report.remarks().stream()
                          .filter(remark -> remark.key().equals("stack.slope.zero"))
                          .findFirst())
              .or(
                  () ->
                      notNumbers.isEmpty()
                          ? Optional.empty()
                          : Optional.of(Sentence.of("volume.no.number")));
      return mode.isPossible() && obstacle.isPresent()
          ? new SeriesVerdict.ModeVerdict(false, List.of(obstacle.get()))
          : mode;
    }
  }

  private static boolean isInVolume(LeftOut image, GeometryReport report) {
    return report.stack().stream()
        .flatMap(stack -> stack.slices().stream())
        .anyMatch(slice -> slice.path().equals(image.path()));
  }

  private static Pixels pixels(Series series) {
    var pixels = new Pixels(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Instance image : series.instances()) {
      try {
        if (image.hasPixels()) {
          FrameReader.check(image.dataSet());
          FileWindow.unusable(image.dataSet()).forEach(w -> pixels.windows().add(about(image, w)));
          long none = notFinite(image);
          if (none > 0) {
            pixels.notNumbers().add(about(image, Sentence.of("pixel.not.finite", none)));
          }
        }
      } catch (DicomException e) {
        pixels.broken().add(about(image, e.sentence()));
      }
    }
    return pixels;
  }

  /// How the images lie, and what is wrong with their pixels.
  private static List<Sentence> findings(GeometryReport report, Pixels pixels) {
    List<Sentence> findings = new ArrayList<>(report.remarks());
    List.of(pixels.broken(), pixels.windows(), pixels.notNumbers())
        .forEach(alike -> findings.addAll(GeometryReport.named(alike)));
    return findings;
  }

  private static LeftOut about(Instance image, Sentence what) {
    return new LeftOut(image.path(), Sentence.of("cli.file", image.path(), what));
  }

  /// Only images of floating point numbers are read for it.
  private static long notFinite(Instance image) throws DicomException {
    ImagePixel pixel = ImagePixel.of(image.dataSet());
    long none = 0;
    for (int frame = 0; pixel.floating() && frame < pixel.frames(); frame++) {
      none +=
          new FrameReader()
              .read(image.dataSet(), image.transferSyntax(), frame)
              .samples()
              .notFinite();
    }
    return none;
  }

  private static Sentence words(SeriesVerdict.ModeVerdict mode) {
    Sentence reasons =
        mode.sentences().stream()
            .reduce((some, more) -> Sentence.of("cli.info.list", some, more))
            .orElseThrow();
    return mode.isPossible() ? reasons : Sentence.of("cli.info.no.cubes", reasons);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : Terminal.printable(text);
  }

  private static ObjectNode describe(Library library) {
    ObjectNode root = Json.object();
    ArrayNode patients = root.putArray("patients");
    for (Patient patient : library.patients()) {
      ObjectNode one = patients.addObject();
      one.put("id", patient.id()).put("name", patient.name());
      ArrayNode studies = one.putArray("studies");
      for (Study study : patient.studies()) {
        ObjectNode described = studies.addObject();
        described.put("uid", study.uid()).put("date", study.date());
        described.put("description", study.description());
        ArrayNode ofStudy = described.putArray("series");
        study.series().forEach(series -> describe(library, series, ofStudy.addObject()));
      }
    }
    ArrayNode leftOut = root.putArray("left_out");
    for (LeftOut file : library.leftOut()) {
      leftOut
          .addObject()
          .put("file", file.path().toString())
          .put("reason", file.reason().toString());
    }
    return root;
  }

  private static void describe(Library library, Series series, ObjectNode node) {
    GeometryReport report = GeometryReport.of(series);
    node.put("uid", series.uid());
    node.put("number", series.number());
    if (series.isPart()) {
      node.put("part", Opened.number(library, series));
      ArrayNode words = node.putArray("part_words");
      series.part().forEach(word -> words.add(word.toString()));
    }
    node.put("modality", series.modality());
    node.put("description", series.description());
    node.put("images", series.instances().size());
    node.put("geometry", report.verdict().toString());
    ArrayNode findings = node.putArray("findings");
    Pixels pixels = pixels(series);
    findings(report, pixels).forEach(finding -> findings.add(finding.toString()));
    SeriesVerdict verdict = SeriesVerdict.of(report, EDGE_MM);
    ArrayNode traits = node.putArray("traits");
    verdict.traits().forEach(trait -> traits.add(trait.name().toLowerCase(Locale.ROOT)));
    describe(pixels.allow(verdict.physical(), report), node.putObject("physical"));
    describe(pixels.allow(verdict.classic(), report), node.putObject("classic"));
  }

  private static void describe(SeriesVerdict.ModeVerdict mode, ObjectNode node) {
    node.put("possible", mode.isPossible());
    ArrayNode sentences = node.putArray("sentences");
    mode.sentences().forEach(sentence -> sentences.add(sentence.toString()));
  }
}
