package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;
import org.voxdesk.io.Problem;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.study.Library;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `voxdesk check`: what is wrong with files, a line each.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> paths;

  private int found;

  CheckCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Library library = Opened.files(output, paths);
    for (LeftOut file : library.leftOut()) {
      line(file.reason());
    }
    for (Instance instance : library.instances()) {
      for (Problem problem : instance.file().problems()) {
        line(
            Sentence.of(
                "cli.problem",
                instance.path(),
                problem.offset(),
                problem.code(),
                problem.message()));
      }
      String syntax = instance.file().meta().text(Tag.TRANSFER_SYNTAX_UID).orElse("");
      if (!syntax.isEmpty() && Uids.name(syntax).isEmpty()) {
        line(Sentence.of("cli.file", instance.path(), Sentence.of("check.syntax", syntax)));
      }
      check(instance.path(), instance.file().meta(), List.of());
      check(instance.path(), instance.dataSet(), List.of());
    }
    return found == 0 && !library.instances().isEmpty() ? 0 : Main.FAILED;
  }

  private void check(Path file, DataSet dataSet, List<TagPath.Step> steps) {
    for (DataElement element : dataSet.elements()) {
      var path = new TagPath(steps, element.tag());
      findings(dataSet, element, path)
          .forEach(finding -> line(Sentence.of("cli.file", file, finding)));
      List<DataSet> items = dataSet.items(element.tag());
      for (int item = 0; item < items.size(); item++) {
        var inside = new ArrayList<>(steps);
        inside.add(new TagPath.Step(element.tag(), item));
        check(file, items.get(item), inside);
      }
    }
  }

  private static List<Sentence> findings(DataSet dataSet, DataElement element, TagPath path) {
    var findings = new ArrayList<Sentence>();
    Vr vr = element.vr();
    Tag tag = element.tag();
    Optional<DictionaryEntry> entry = dataSet.entry(tag);
    if (vr != Vr.UN && entry.isPresent() && !entry.get().vrs().contains(vr)) {
      findings.add(Sentence.of("check.vr", path, vr, names(entry.get().vrs())));
    }
    if (tag.isPrivate() && tag.element() > 0xFF && dataSet.privateCreator(tag).isEmpty()) {
      findings.add(Sentence.of("check.no.creator", path));
    }
    if (vr.kind() == Vr.Kind.LOCAL_TEXT
        && element.value() instanceof Value.Bytes(byte[] bytes)
        && !dataSet.characterSet().canDecode(bytes, vr)) {
      findings.add(Sentence.of("check.undecodable", path));
      return findings;
    }
    List<String> values = ValueText.values(element, dataSet.characterSet());
    for (String value : values) {
      VrRules.violationOnReading(vr, value)
          .ifPresent(
              why ->
                  findings.add(
                      Sentence.of("check.value", path, vr, Terminal.printable(value), why)));
    }
    entry
        .flatMap(e -> e.violation(values.size()))
        .ifPresent(why -> findings.add(Sentence.of("check.count", path, why)));
    return findings;
  }

  private static String names(List<Vr> vrs) {
    return vrs.stream().map(Vr::name).collect(Collectors.joining("/"));
  }

  private void line(Sentence finding) {
    found++;
    output.say(finding);
  }
}
