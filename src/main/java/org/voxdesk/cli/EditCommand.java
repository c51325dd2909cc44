package org.voxdesk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.export.FilePattern;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk edit`: changes elements and saves the files, nothing else in them altered.
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = "Changes elements; everything else in the files stays as it is, byte for byte.",
    footer = "Options are applied in the order utf8, add-item, set, add, delete, delete-item.")
final class EditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  @Option(
      names = "--set",
      paramLabel = "TAG=VALUE",
      description = "Give an element a value; added where it is absent. TAG:VR=VALUE names the VR.")
  private List<TagValue> set = List.of();

  @Option(
      names = "--add",
      paramLabel = "TAG[:VR]=VALUE",
      description = "Add an element that must not be there yet.")
  private List<TagValue> add = List.of();

  @Option(names = "--delete", paramLabel = "TAG", description = "Take an element out.")
  private List<TagPath> delete = List.of();

  @Option(
      names = "--add-item",
      paramLabel = "SEQ[N]",
      description = "Add an empty item to a sequence, at place N from 0; done before --set.")
  private List<ItemPath> addItem = List.of();

  @Option(
      names = "--delete-item",
      paramLabel = "SEQ[N]",
      description = "Take an item out of a sequence; done after --delete.")
  private List<ItemPath> deleteItem = List.of();

  @Option(
      names = "--utf8",
      description = "First re-encode all text in ISO_IR 192, which has every character.")
  private boolean utf8;

  @Option(
      names = "--empty-preamble",
      description = "Zero the 128 bytes in front of the data, where a program can hide.")
  private boolean emptyPreamble;

  @Option(
      names = "--compress",
      paramLabel = "none|rle|jpegls",
      description = "Save pixels without compression, or compressed without loss. Default: as is.")
  private Transcoding.Target compression = Transcoding.Target.AS_IS;

  @Option(
      names = "--scope",
      description =
          "Which files: those named (image), or all in their folders of the same series, study or"
              + " patient. Default: image.")
  private Scope scope = Scope.IMAGE;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description =
          "With --out: how the files are called, such as"
              + " {PatientID}/{SeriesNumber}/{InstanceNumber:4}.dcm; {name} is the file's own name.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--backup",
      description = "With --in-place: keep each file as NAME.bak, .bak2 and so on.")
  private boolean backup;

  @Option(names = "--overwrite", description = "Replace files that exist in DIR.")
  private boolean overwrite;

  @Option(names = "--dry-run", description = "Say what would change and write nothing.")
  private boolean dryRun;

  private static final class Where {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        required = true,
        description = "Save into this folder.")
    private @Nullable Path out;

    @Option(names = "--in-place", required = true, description = "Save over the files themselves.")
    private boolean inPlace;
  }

  @Override
  public Integer call() throws ExplainedException {
    boolean pixels = compression != Transcoding.Target.AS_IS;
    boolean items = !addItem.isEmpty() || !deleteItem.isEmpty();
    boolean tags = !set.isEmpty() || !add.isEmpty() || !delete.isEmpty() || items;
    if (!tags && !utf8 && !emptyPreamble && !pixels) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing to do: give --set, --add, --delete, --utf8, --empty-preamble or --compress");
    }
    PrintWriter errors = spec.commandLine().getErr();
    Scope.Selection selection = scope.select(paths);
    for (LeftOut file : selection.leftOut()) {
      errors.println("voxdesk: " + file.reason());
    }
    var changed = new ArrayList<Instance>();
    for (Instance instance : selection.instances()) {
      try {
        DicomFile edited = edited(instance);
        changed.add(instance.withFile(edited));
        if (dryRun) {
          printChanges(instance, edited);
        }
      } catch (DicomException e) {
        errors.println("voxdesk: " + Sentence.of("cli.not.edited", instance.path(), e.sentence()));
        if (e.sentence().key().equals("value.reencode.first")) {
          errors.println("voxdesk: " + Sentence.of("cli.try.utf8"));
        }
      }
    }
    int done = dryRun ? changed.size() : save(changed);
    boolean all = done == selection.instances().size() && selection.leftOut().isEmpty();
    return all && done > 0 ? 0 : Main.FAILED;
  }

  private int save(List<Instance> changed) throws ExplainedException {
    Optional<Path> folder = where.inPlace ? Optional.empty() : Optional.ofNullable(where.out);
    if (backup && folder.isPresent()) {
      throw new ParameterException(spec.commandLine(), "--backup goes with --in-place");
    }
    if (name.isPresent() && folder.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--name goes with --out");
    }
    Optional<FilePattern> names =
        name.isPresent() ? Optional.of(FilePattern.parse(name.get())) : Optional.empty();
    return new TargetFolder(folder, names, paths, existing(folder.isEmpty()), compression)
        .save(changed, spec.commandLine());
  }

  private AtomicFile.Existing existing(boolean inPlace) {
    if (inPlace) {
      return backup ? AtomicFile.Existing.BACK_UP : AtomicFile.Existing.REPLACE;
    }
    return overwrite ? AtomicFile.Existing.REPLACE : AtomicFile.Existing.REFUSE;
  }

  private DicomFile edited(Instance instance) throws DicomException {
    DicomFile file = instance.file();
    if (emptyPreamble) {
      file = new EmptyPreamble().apply(file);
    }
    if (utf8) {
      file = new ReencodeText().apply(file);
    }
    for (ItemPath path : addItem) {
      file = ItemEdit.add(path.sequence(), path.item()).apply(file);
    }
    for (TagValue value : set) {
      file = apply(file, value);
    }
    for (TagValue value : add) {
      if (find(file, value.path()).isPresent()) {
        throw new DicomException(
            value.path().tag(), Sentence.of("cli.already.there", value.path()));
      }
      file = apply(file, value);
    }
    for (TagPath path : delete) {
      if (find(file, path).isEmpty()) {
        Sentence absent = Sentence.of("cli.absent", instance.path(), path);
        spec.commandLine().getErr().println("voxdesk: " + absent);
      }
      Edit edit = new DeleteElement(path);
      file = edit.apply(file);
    }
    for (ItemPath path : deleteItem) {
      file = ItemEdit.delete(path.sequence(), path.item()).apply(file);
    }
    return file;
  }

  private static DicomFile apply(DicomFile file, TagValue value) throws DicomException {
    Vr vr = value.vr().isPresent() ? value.vr().get() : vr(file, value.path());
    if (vr == Vr.SQ) {
      throw new DicomException(value.path().tag(), Sentence.of("vr.sequence"));
    }
    return new SetValue(value.path(), vr, value.value()).apply(file);
  }

  /// The VR the element has, else the one the dictionary gives it.
  private static Vr vr(DicomFile file, TagPath path) throws DicomException {
    // An element of unknown VR gets the one the dictionary knows for it.
    Optional<Vr> own =
        path.holder(root(file, path))
            .flatMap(holder -> holder.get(path.tag()).map(holder::understood))
            .map(DataElement::vr);
    if (own.isPresent()) {
      return own.get();
    }
    DataSet holding =
        path.holder(root(file, path))
            .orElseThrow(
                () ->
                    new DicomException(
                        path.tag(), Sentence.of("path.no.item", path.steps().getLast())));
    return Optional.of(holding).stream()
        .flatMap(holder -> holder.entry(path.tag()).map(DictionaryEntry::vrs).stream())
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(() -> new DicomException(path.tag(), Sentence.of("cli.vr.needed", path)));
  }

  private static DataSet root(DicomFile file, TagPath path) {
    return path.steps().isEmpty() && path.tag().isMeta() ? file.meta() : file.dataSet();
  }

  private static Optional<DataElement> find(DicomFile file, TagPath path) {
    return path.find(root(file, path));
  }

  private void printChanges(Instance before, DicomFile after) {
    PrintWriter out = spec.commandLine().getOut();
    var touched = new ArrayList<TagPath>();
    set.forEach(v -> touched.add(v.path()));
    add.forEach(v -> touched.add(v.path()));
    touched.addAll(delete);
    for (TagPath path : touched) {
      String change = shown(before.file(), path) + " → " + shown(after, path);
      out.println(before.path() + "  " + path + ": " + change);
    }
  }

  private static String shown(DicomFile file, TagPath path) {
    return path.holder(root(file, path))
        .flatMap(
            holder ->
                holder
                    .get(path.tag())
                    .map(
                        e ->
                            "“"
                                + Terminal.printable(
                                    ValueText.display(holder.understood(e), holder.characterSet()))
                                + "”"))
        .orElse("absent");
  }
}
