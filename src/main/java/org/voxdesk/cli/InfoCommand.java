package org.voxdesk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.study.Study;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk info`: what is in files and folders.
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description =
        "Lists patients, studies and series, how slices lie, and files left out with why.")
final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.library(paths);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(describe(library)));
    } else {
      print(library, out);
    }
    return library.patients().isEmpty() ? Main.FAILED : 0;
  }

  private static void print(Library library, PrintWriter out) {
    for (Patient patient : library.patients()) {
      out.println("Patient " + orDash(patient.id()) + "  " + orDash(patient.name()));
      for (Study study : patient.studies()) {
        out.println(
            "  Study " + orDash(study.date()) + "  " + Terminal.printable(study.description()));
        out.println("    " + study.uid());
        study.series().forEach(series -> print(series, out));
      }
    }
    if (!library.leftOut().isEmpty()) {
      out.println("Left out: " + library.leftOut().size());
      library.leftOut().forEach(file -> out.println("  " + file.reason()));
    }
    if (library.patients().isEmpty()) {
      out.println("Nothing to open.");
    }
  }

  private static void print(Series series, PrintWriter out) {
    out.println(
        String.join(
            "  ",
            "    Series " + orDash(series.number()),
            orDash(series.modality()),
            series.instances().size() + (series.instances().size() == 1 ? " image" : " images"),
            Terminal.printable(series.description())));
    out.println("      " + series.uid());
    Verdict verdict = verdict(series);
    out.println("      " + verdict.summary());
    verdict.findings().forEach(finding -> out.println("      " + finding));
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : Terminal.printable(text);
  }

  /// What can be said of how the slices lie.
  private record Verdict(String summary, List<Sentence> findings) {}

  private static Verdict verdict(Series series) {
    try {
      SliceStack stack = SliceStack.of(series);
      Instance first = stack.slices().getFirst();
      double[] spacing = first.pixelSpacing().orElseThrow();
      String size =
          String.format(
              Locale.ROOT,
              "%d × %d × %d voxels of %s × %s%s",
              first.dataSet().integer(Tag.COLUMNS).orElse(0),
              first.dataSet().integer(Tag.ROWS).orElse(0),
              stack.slices().size(),
              number(spacing[1]),
              number(spacing[0]),
              stack
                  .usualStep()
                  .map(InfoCommand::number)
                  .map(
                      s -> " × " + s + (stack.isEven() ? " mm, even" : " mm, uneven") + "ly spaced")
                  .orElse(" mm"));
      var findings = new ArrayList<>(stack.findings());
      stack.leftOut().stream().map(LeftOut::reason).forEach(findings::add);
      return new Verdict(size, findings);
    } catch (DicomException e) {
      return new Verdict("no volume: " + e.getMessage(), List.of());
    }
  }

  private static String number(double millimetres) {
    return Double.toString(Math.round(millimetres * 1e6) / 1e6);
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
        study.series().forEach(series -> describe(series, ofStudy.addObject()));
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

  private static void describe(Series series, ObjectNode node) {
    Verdict verdict = verdict(series);
    node.put("uid", series.uid());
    node.put("number", series.number());
    node.put("modality", series.modality());
    node.put("description", series.description());
    node.put("images", series.instances().size());
    node.put("geometry", verdict.summary());
    ArrayNode findings = node.putArray("findings");
    verdict.findings().forEach(finding -> findings.add(finding.toString()));
  }
}
