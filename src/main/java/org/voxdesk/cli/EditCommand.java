package org.voxdesk.cli;

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
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `voxdesk edit`: changes elements and saves the files, nothing else in them altered.
@Command(name = "edit", mixinStandardHelpOptions = true)
final class EditCommand implements Callable<Integer> {
  private static final String UIDS = "{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}.dcm";

  /// Texts that are named in a warning.
  private static final int TEXTS = 3;

  private final Output output;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  private List<Path> paths;

  @Mixin private EditOptions edits;

  @Mixin private DeidentifyOptions deidentification;

  @Option(names = "--compress", paramLabel = "none|rle|jpegls")
  private Transcoding.Target compression = Transcoding.Target.AS_IS;

  @Option(names = "--scope")
  private Scope scope = Scope.IMAGE;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(names = "--name", paramLabel = "PATTERN")
  private Optional<String> name = Optional.empty();

  @Option(names = "--backup")
  private boolean backup;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Option(names = "--dry-run")
  private boolean dryRun;

  private static final class Where {
    @Option(names = "--out", paramLabel = "DIR", required = true)
    private @Nullable Path out;

    @Option(names = "--in-place", required = true)
    private boolean inPlace;
  }

  EditCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    boolean pixels = compression != Transcoding.Target.AS_IS;
    Optional<Deidentify> deidentify = deidentification.edit();
    if (edits.isEmpty() && !pixels && deidentify.isEmpty()) {
      throw new UsageException(spec, Sentence.of("cli.usage.nothing"));
    }
    Recipe recipe = edits.recipe();
    boolean deidentifies = deidentify.isPresent() || recipe.deidentifies();
    TargetFolder target = target(deidentifies);
    if (deidentifies) {
      deidentification.announce(deidentify.isPresent(), where.inPlace || name.isPresent(), output);
    }
    Scope.Selection selection = scope.select(paths, output);
    selection.leftOut().forEach(file -> output.warn(file.reason()));
    var changed = new ArrayList<Instance>();
    for (Instance instance : selection.instances()) {
      try {
        DicomFile edited = edits.edited(instance, recipe, deidentify, output);
        changed.add(instance.withFile(edited));
        warnOfText(instance, edited);
        if (deidentifies) {
          deidentification.warn(instance, output);
        }
        if (dryRun) {
          printChanges(instance, Transcoding.to(edited, compression));
        }
      } catch (DicomException e) {
        output.warn(Sentence.of("cli.not.edited", instance.path(), e.sentence()));
        if (e.sentence().key().equals("value.reencode.first")) {
          output.warn(Sentence.of("cli.try.utf8"));
        }
      }
    }
    warn(selection.instances(), changed);
    int done = dryRun ? changed.size() : target.save(changed, output);
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
        texts.stream()
            .limit(TEXTS)
            .map(DifferenceText::line)
            .map(output::words)
            .collect(Collectors.joining("; "));
    output.warn(Sentence.of("cli.reads.differently", before.path(), texts.size(), examples));
    output.warn(Sentence.of("cli.reads.utf8"));
  }

  /// Says what files had wrong before, or have now, that nobody would notice until it is too late.
  private void warn(List<Instance> before, List<Instance> after) {
    for (Instance instance : before) {
      instance.file().problems().stream()
          .filter(problem -> problem.code() == Problem.Code.VALUE_TRUNCATED)
          .map(problem -> Sentence.of("cli.file", instance.path(), problem.message()))
          .forEach(output::warn);
    }
    long known = uids(before);
    long left = uids(after);
    if (left < known && before.size() == after.size()) {
      output.warn(Sentence.of("cli.same.uid", after.size(), left));
    }
  }

  private static long uids(List<Instance> images) {
    return images.stream().map(image -> image.text(Tag.SOP_INSTANCE_UID)).distinct().count();
  }

  private TargetFolder target(boolean deidentified) throws ExplainedException {
    Optional<Path> folder = where.inPlace ? Optional.empty() : Optional.ofNullable(where.out);
    if (backup && folder.isPresent()) {
      throw new UsageException(spec, Sentence.of("cli.usage.with", "--backup", "--in-place"));
    }
    if (name.isPresent() && folder.isEmpty()) {
      throw new UsageException(spec, Sentence.of("cli.usage.with", "--name", "--out"));
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
    for (Difference difference : Differences.between(before.file(), after)) {
      output.say(Sentence.of("cli.change", before.path(), DifferenceText.line(difference)));
    }
  }
}
