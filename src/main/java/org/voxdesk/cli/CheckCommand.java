package org.voxdesk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.VrRules;
import org.voxdesk.io.Problem;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk check`: what is wrong with files, a line each.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Lists reading problems, and values that their VR or multiplicity forbids.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  private int found;

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.library(paths);
    for (LeftOut file : library.leftOut()) {
      line(file.reason().toString());
    }
    for (Instance instance : library.instances()) {
      for (Problem problem : instance.file().problems()) {
        line(
            "%s: byte %d: %s %s"
                .formatted(instance.path(), problem.offset(), problem.code(), problem.message()));
      }
      check(instance.path(), instance.file().meta(), List.of());
      check(instance.path(), instance.dataSet(), List.of());
    }
    return found == 0 && !library.instances().isEmpty() ? 0 : Main.FAILED;
  }

  private void check(Path file, DataSet dataSet, List<TagPath.Step> steps) {
    for (DataElement element : dataSet.elements()) {
      var path = new TagPath(steps, element.tag());
      List<String> values = ValueText.values(element, dataSet.characterSet());
      for (String value : values) {
        VrRules.violation(element.vr(), value)
            .ifPresent(
                why ->
                    line(
                        "%s: %s %s “%s”: %s"
                            .formatted(file, path, element.vr(), Terminal.printable(value), why)));
      }
      dataSet
          .entry(element.tag())
          .filter(entry -> !values.isEmpty() && !entry.multiplicity().allows(values.size()))
          .ifPresent(
              entry ->
                  line(
                      "%s: %s has %d values, not %s"
                          .formatted(file, path, values.size(), entry.vm())));
      List<DataSet> items = dataSet.items(element.tag());
      for (int item = 0; item < items.size(); item++) {
        var inside = new ArrayList<>(steps);
        inside.add(new TagPath.Step(element.tag(), item));
        check(file, items.get(item), inside);
      }
    }
  }

  private void line(String text) {
    found++;
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
  }
}
