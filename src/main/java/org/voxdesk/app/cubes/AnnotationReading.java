package org.voxdesk.app.cubes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.annotation.LidcNodules;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.VolumeBuilder;

/// What files of annotations say of the series that are open.
///
/// @param found the nodules of open series
/// @param series how many open series they are in
/// @param elsewhere how many series that are not open the files speak of, too
/// @param splits what the files say that open series are for
/// @param problems files that could not be read, and series that have no place
record AnnotationReading(
    List<Annotation> found,
    int series,
    int elsewhere,
    Map<String, String> splits,
    List<Sentence> problems) {
  /// Reads files; blocks.
  static AnnotationReading of(List<Path> files, Library open, Progress progress) {
    List<Annotation> found = new ArrayList<>();
    Map<String, String> splits = new HashMap<>();
    List<Sentence> problems = new ArrayList<>();
    Set<String> here = new HashSet<>();
    Set<String> elsewhere = new HashSet<>();
    for (int at = 0; at < files.size(); at++) {
      progress.checkCancelled();
      try {
        Annotations read = Annotations.read(files.get(at));
        problems.addAll(read.leftOut());
        read.splits().forEach(splits::putIfAbsent);
        for (String uid : read.seriesUids().stream().sorted().toList()) {
          boolean isOpen = open.series().stream().anyMatch(s -> s.uid().equals(uid));
          (isOpen ? here : elsewhere).add(uid);
          if (isOpen) {
            found.addAll(in(uid, read, open));
          }
        }
      } catch (ExplainedException e) {
        problems.add(e.sentence());
      }
      progress.report(at + 1, files.size());
    }
    splits.keySet().retainAll(here);
    return new AnnotationReading(found, here.size(), elsewhere.size(), splits, problems);
  }

  private static List<Annotation> in(String uid, Annotations read, Library open)
      throws ExplainedException {
    boolean inPixels = read.reports().stream().anyMatch(r -> r.seriesUid().equals(uid));
    if (!inPixels) {
      return read.nodules().stream().filter(n -> n.seriesUid().equals(uid)).toList();
    }
    SliceStack stack = stack(uid, open);
    List<String> images =
        stack.slices().stream().map(slice -> slice.text(Tag.SOP_INSTANCE_UID)).toList();
    return read.in(uid, new LidcNodules(VolumeBuilder.geometry(stack), images));
  }

  /// The largest stack of a series in parts.
  private static SliceStack stack(String uid, Library open) throws DicomException {
    Optional<DicomException> none = Optional.empty();
    List<SliceStack> stacks = new ArrayList<>();
    for (var series : open.series().stream().filter(s -> s.uid().equals(uid)).toList()) {
      try {
        stacks.add(SliceStack.of(series));
      } catch (DicomException e) {
        none = Optional.of(e);
      }
    }
    Optional<SliceStack> largest =
        stacks.stream().max(Comparator.comparingInt(stack -> stack.slices().size()));
    if (largest.isEmpty()) {
      throw none.orElseThrow();
    }
    return largest.get();
  }
}
