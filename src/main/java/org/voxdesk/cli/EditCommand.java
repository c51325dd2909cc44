package org.voxdesk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.edit.DeclaredText;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.export.FilePattern;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.Problem;
import org.voxdesk.study.Instance;
import org.voxdesk.study.LeftOut;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    footer =
        "Options are applied in the order recipe, utf8, deidentify, add-item, set, add, delete,"
            + " delete-item.")
final class EditCommand implements Callable<Integer> {
  private static final String UIDS = "{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}.dcm";

  /// Texts that are named in a warning.
  private static final int TEXTS = 3;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths;

  @Mixin private EditOptions edits;

  @Mixin private DeidentifyOptions deidentification;

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
    Optional<Deidentify> deidentify = deidentification.edit();
    if (edits.isEmpty() && !pixels && deidentify.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing to do: give --recipe, --set, --add, --delete, --deidentify, --utf8,"
              + " --empty-preamble or --compress");
    }
    Recipe recipe = edits.recipe();
    boolean deidentifies = deidentify.isPresent() || recipe.deidentifies();
    TargetFolder target = target(deidentifies);
    if (deidentifies) {
      deidentification.announce(deidentify.isPresent(), where.inPlace || name.isPresent());
    }
    PrintWriter errors = spec.commandLine().getErr();
    Scope.Selection selection = scope.select(paths);
    for (LeftOut file : selection.leftOut()) {
      errors.println("voxdesk: " + file.reason());
    }
    var changed = new ArrayList<Instance>();
    for (Instance instance : selection.instances()) {
      try {
        DicomFile edited = edits.edited(instance, recipe, deidentify);
        changed.add(instance.withFile(edited));
        warnOfText(instance, edited);
        if (deidentifies) {
          deidentification.warn(instance);
        }
        if (dryRun) {
          printChanges(instance, Transcoding.to(edited, compression));
        }
      } catch (DicomException e) {
        errors.println("voxdesk: " + Sentence.of("cli.not.edited", instance.path(), e.sentence()));
        if (e.sentence().key().equals("value.reencode.first")) {
          errors.println("voxdesk: " + Sentence.of("cli.try.utf8"));
        }
      }
    }
    warn(selection.instances(), changed);
    int done = dryRun ? changed.size() : target.save(changed, spec.commandLine());
    boolean all = done == selection.instances().size() && selection.leftOut().isEmpty();
    return all && done > 0 ? 0 : Main.FAILED;
  }

  /// Says which texts another declaration of the character set makes read differently.
  private void warnOfText(Instance before, DicomFile after) {
    List<Difference> texts = DeclaredText.readDifferently(before.file(), after);
    if (texts.isEmpty()) {
      return;
    }
    String examples =
        texts.stream().limit(TEXTS).map(DifferenceText::line).collect(Collectors.joining("; "));
    PrintWriter errors = spec.commandLine().getErr();
    errors.println(
        "voxdesk: " + Sentence.of("cli.reads.differently", before.path(), texts.size(), examples));
    errors.println("voxdesk: " + Sentence.of("cli.reads.utf8"));
  }

  /// Says what files had wrong before, or have now, that nobody would notice until it is too late.
  private void warn(List<Instance> before, List<Instance> after) {
    PrintWriter errors = spec.commandLine().getErr();
    for (Instance instance : before) {
      instance.file().problems().stream()
          .filter(problem -> problem.code() == Problem.Code.VALUE_TRUNCATED)
          .map(problem -> Sentence.of("cli.file", instance.path(), problem.message()))
          .forEach(sentence -> errors.println("voxdesk: " + sentence));
    }
    long known = uids(before);
    long left = uids(after);
    if (left < known && before.size() == after.size()) {
      errors.println("voxdesk: " + Sentence.of("cli.same.uid", after.size(), left));
    }
  }

  private static long uids(List<Instance> images) {
    return images.stream().map(image -> image.text(Tag.SOP_INSTANCE_UID)).distinct().count();
  }

  private TargetFolder target(boolean deidentified) throws ExplainedException {
    Optional<Path> folder = where.inPlace ? Optional.empty() : Optional.ofNullable(where.out);
    if (backup && folder.isPresent()) {
      throw new ParameterException(spec.commandLine(), "--backup goes with --in-place");
    }
    if (name.isPresent() && folder.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--name goes with --out");
    }
    // The old names may say who the patient is.
    boolean byUids = deidentified && folder.isPresent() && !deidentification.keepsNames();
    Optional<String> pattern = byUids ? name.or(() -> Optional.of(UIDS)) : name;
    Optional<FilePattern> names =
        pattern.isPresent() ? Optional.of(FilePattern.parse(pattern.get())) : Optional.empty();
    return new TargetFolder(folder, names, paths, existing(folder.isEmpty()), compression);
  }

  private AtomicFile.Existing existing(boolean inPlace) {
    if (inPlace) {
      return backup ? AtomicFile.Existing.BACK_UP : AtomicFile.Existing.REPLACE;
    }
    return overwrite ? AtomicFile.Existing.REPLACE : AtomicFile.Existing.REFUSE;
  }

  private void printChanges(Instance before, DicomFile after) {
    PrintWriter out = spec.commandLine().getOut();
    for (Difference difference : Differences.between(before.file(), after)) {
      out.println(before.path() + "  " + DifferenceText.line(difference));
    }
  }
}
