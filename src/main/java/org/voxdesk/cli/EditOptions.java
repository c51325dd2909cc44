package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ItemEdit;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.Option;

/// What `voxdesk edit` is to change, in the order in which it is done.
final class EditOptions {
  @Option(names = "--recipe", paramLabel = "FILE")
  private @Nullable Path recipe;

  @Option(names = "--set", paramLabel = "TAG=VALUE")
  private List<TagValue> set = List.of();

  @Option(names = "--add", paramLabel = "TAG[:VR]=VALUE")
  private List<TagValue> add = List.of();

  @Option(names = "--delete", paramLabel = "TAG")
  private List<TagPath> delete = List.of();

  @Option(names = "--add-item", paramLabel = "SEQ[N]")
  private List<ItemPath> addItem = List.of();

  @Option(names = "--delete-item", paramLabel = "SEQ[N]")
  private List<ItemPath> deleteItem = List.of();

  @Option(names = "--utf8")
  private boolean utf8;

  @Option(names = "--empty-preamble")
  private boolean emptyPreamble;

  /// Whether none is given.
  boolean isEmpty() {
    boolean items = !addItem.isEmpty() || !deleteItem.isEmpty();
    boolean tags = !set.isEmpty() || !add.isEmpty() || !delete.isEmpty() || items;
    return !tags && !utf8 && !emptyPreamble && recipe == null;
  }

  /// The recipe, with no step where none is given.
  ///
  /// @throws ExplainedException if it is none
  Recipe recipe() throws ExplainedException {
    return recipe == null ? new Recipe("", List.of()) : Recipe.read(recipe);
  }

  /// The file as the options want it.
  ///
  /// @param steps what [#recipe()] has read
  /// @param deidentify done before elements are set and deleted
  /// @param output takes warnings
  /// @throws DicomException if one of them is not possible in this file
  DicomFile edited(Instance instance, Recipe steps, Optional<Deidentify> deidentify, Output output)
      throws DicomException {
    DicomFile file = steps.applyTo(instance.file());
    if (emptyPreamble) {
      file = new EmptyPreamble().apply(file);
    }
    if (utf8) {
      file = new ReencodeText().apply(file);
    }
    if (deidentify.isPresent()) {
      file = deidentify.get().apply(file);
    }
    for (ItemPath path : addItem) {
      file = ItemEdit.add(path.sequence(), path.item()).apply(file);
    }
    for (TagValue value : set) {
      file = apply(file, value);
    }
    for (TagValue value : add) {
      if (value.path().find(root(file, value.path())).isPresent()) {
        throw new DicomException(
            value.path().tag(), Sentence.of("cli.already.there", value.path()));
      }
      file = apply(file, value);
    }
    for (TagPath path : delete) {
      if (path.find(root(file, path)).isEmpty()) {
        output.warn(Sentence.of("cli.absent", instance.path(), path));
      }
      file = new DeleteElement(path).apply(file);
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
    DataSet holder =
        path.holder(root(file, path))
            .orElseThrow(
                () ->
                    new DicomException(
                        path.tag(), Sentence.of("path.no.item", path.steps().getLast())));
    // An element of unknown VR gets the one the dictionary knows for it.
    return holder
        .get(path.tag())
        .map(holder::understood)
        .map(DataElement::vr)
        .or(
            () ->
                holder.entry(path.tag()).map(DictionaryEntry::vrs).stream()
                    .flatMap(List::stream)
                    .findFirst())
        .orElseThrow(() -> new DicomException(path.tag(), Sentence.of("cli.vr.needed", path)));
  }

  private static DataSet root(DicomFile file, TagPath path) {
    return path.steps().isEmpty() && path.tag().isMeta() ? file.meta() : file.dataSet();
  }
}
