package org.voxdesk.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.annotation.LidcNodules;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.VolumeBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk annotations`: a list of nodules in another format.
@Command(name = "annotations", mixinStandardHelpOptions = true)
final class AnnotationsCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--to", required = true)
  private Format format = Format.ANNOTATIONS;

  @Option(names = "--in", paramLabel = "PATH", arity = "1..*")
  private List<Path> in = List.of();

  @Option(names = "--out", paramLabel = "F", required = true)
  private Path out;

  @Option(names = "--overwrite")
  private boolean overwrite;

  /// What is written.
  enum Format {
    ANNOTATIONS,
    CANDIDATES,
    MONAI
  }

  AnnotationsCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Annotations read = Annotations.read(file);
    List<Sentence> failures = new ArrayList<>(read.leftOut());
    List<Annotation> nodules = new ArrayList<>(read.nodules());
    if (!read.reports().isEmpty()) {
      Library library = Opened.library(output, in);
      for (String uid : read.seriesUids().stream().sorted().toList()) {
        Optional<SliceStack> stack = stack(library, uid);
        stack.ifPresentOrElse(
            s -> nodules.addAll(read.in(uid, lidc(s))),
            () -> failures.add(Sentence.of("annotation.no.scan", uid)));
      }
    }
    output.warn(failures);
    if (nodules.isEmpty()) {
      throw new ExplainedException(Sentence.of("annotation.none", file));
    }
    byte[] bytes = text(read, nodules).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        out,
        overwrite ? AtomicFile.Existing.REPLACE : AtomicFile.Existing.REFUSE,
        target -> target.write(bytes));
    output.say(Sentence.of("cli.written.nodules", nodules.size(), out));
    return failures.isEmpty() ? 0 : Main.FAILED;
  }

  private String text(Annotations read, List<Annotation> nodules) {
    return switch (format) {
      case ANNOTATIONS -> Annotations.annotationsCsv(nodules);
      case CANDIDATES -> Annotations.candidatesCsv(nodules);
      case MONAI -> Annotations.monaiJson(nodules, read.splits());
    };
  }

  /// The largest stack of a series.
  private static Optional<SliceStack> stack(Library library, String uid) {
    List<SliceStack> stacks = new ArrayList<>();
    for (Series series : library.series().stream().filter(s -> s.uid().equals(uid)).toList()) {
      try {
        stacks.add(SliceStack.of(series));
      } catch (DicomException e) {
        // A part that is no stack, such as a localizer; another one may be.
      }
    }
    return stacks.stream().max(Comparator.comparingInt(stack -> stack.slices().size()));
  }

  private static LidcNodules lidc(SliceStack stack) {
    return new LidcNodules(
        VolumeBuilder.geometry(stack),
        stack.slices().stream().map(slice -> slice.text(Tag.SOP_INSTANCE_UID)).toList());
  }
}
