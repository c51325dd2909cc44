package org.voxdesk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.json.DicomJson;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk tags`: the elements of one file.
@Command(name = "tags", mixinStandardHelpOptions = true)
final class TagsCommand implements Callable<Integer> {
  private static final int INLINE_BYTES = 64 * 1024;

  private final Output output;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--find", paramLabel = "TEXT")
  private String find = "";

  @Option(names = "--level")
  private @Nullable Level level;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--dicom-json")
  private boolean dicomJson;

  /// One line of the list.
  private record Row(int depth, TagPath path, String vr, long length, String name, Sentence value) {
    boolean matches(String text) {
      String all = path.tag() + " " + path + " " + name + " " + value;
      return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
  }

  TagsCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws DicomException {
    DicomFile read = DicomReader.read(file);
    var rows = new ArrayList<Row>();
    collect(read.meta(), List.of(), rows);
    collect(read.dataSet(), List.of(), rows);
    List<Row> shown =
        rows.stream()
            .filter(row -> find.isEmpty() || row.matches(find))
            .filter(row -> level == null || Level.of(top(row.path())) == level)
            .toList();
    if (dicomJson) {
      printDicomJson(read.dataSet(), shown);
    } else if (json) {
      output.print(Json.text(describe(shown)));
    } else {
      shown.forEach(this::print);
    }
    return shown.isEmpty() ? Main.FAILED : 0;
  }

  /// The elements at the top that one of `rows` is or is in.
  private void printDicomJson(DataSet dataSet, List<Row> rows) throws DicomException {
    Set<Tag> wanted = rows.stream().map(row -> top(row.path())).collect(Collectors.toSet());
    List<DataElement> kept =
        dataSet.elements().stream().filter(e -> wanted.contains(e.tag())).toList();
    DicomJson.Written written = DicomJson.write(dataSet.withElements(kept), INLINE_BYTES);
    output.print(written.text());
    for (TagPath path : written.leftOut()) {
      output.warn(Sentence.of("cli.not.in.json", path));
    }
  }

  private static Tag top(TagPath path) {
    return path.steps().isEmpty() ? path.tag() : path.steps().getFirst().sequence();
  }

  private static void collect(DataSet dataSet, List<TagPath.Step> steps, List<Row> rows) {
    for (DataElement element : dataSet.elements()) {
      var path = new TagPath(steps, element.tag());
      rows.add(row(dataSet, element, path));
      List<DataSet> items = dataSet.items(element.tag());
      for (int item = 0; item < items.size(); item++) {
        var inside = new ArrayList<>(steps);
        inside.add(new TagPath.Step(element.tag(), item));
        collect(items.get(item), inside, rows);
      }
    }
  }

  private static Row row(DataSet dataSet, DataElement element, TagPath path) {
    String keyword = Dictionary.standard().keyword(element.tag());
    Optional<DictionaryEntry> entry = dataSet.entry(element.tag());
    String name = keyword.isEmpty() ? entry.map(DictionaryEntry::name).orElse("") : keyword;
    Sentence value =
        element.value() instanceof Value.Bytes
            ? Sentence.of(
                "cli.value", ValueText.display(dataSet.understood(element), dataSet.characterSet()))
            : DifferenceText.amount(element.value());
    return new Row(path.steps().size(), path, element.vr().name(), element.length(), name, value);
  }

  private void print(Row row) {
    output.print(
        "%s%s %s %8s  %-36s %s"
            .formatted(
                "  ".repeat(row.depth()),
                row.path().tag(),
                row.vr(),
                row.length() < 0 ? "–" : Long.toString(row.length()),
                row.name(),
                Terminal.printable(output.words(row.value()))));
  }

  private static ArrayNode describe(List<Row> rows) {
    ArrayNode list = Json.array();
    for (Row row : rows) {
      list.addObject()
          .put("path", row.path().toString())
          .put("tag", row.path().tag().toString())
          .put("vr", row.vr())
          .put("length", row.length())
          .put("name", row.name())
          .put("value", row.value().toString());
    }
    return list;
  }
}
