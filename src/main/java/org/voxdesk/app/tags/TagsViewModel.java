package org.voxdesk.app.tags;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.DeleteElement;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.SetValue;
import org.voxdesk.study.Instance;

/// The elements of the selected image, edits included, and what can be done to them. Holds no
/// nodes; used on the window's thread.
public final class TagsViewModel {
  private final Services services;
  private final Session session;
  private final TagText text;
  private final ObjectProperty<Optional<Level>> level =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty find = new SimpleStringProperty("");
  private final ObjectProperty<Optional<TagRow>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<TagBranch>> branches =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private Set<TagPath> changed = Set.of();
  private List<TagRow> rows = List.of();

  /// Follows the selected image and its edits.
  public TagsViewModel(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    this.text = new TagText(services);
    session.instanceProperty().addListener((property, was, is) -> reload());
    session.historyProperty().addListener((property, was, is) -> reloadEdited());
    session.libraryProperty().addListener((property, was, is) -> reloadEdited());
    level.addListener((property, was, is) -> reload());
    find.addListener((property, was, is) -> filter());
    reload();
  }

  /// The only level shown; empty for all.
  public ObjectProperty<Optional<Level>> levelProperty() {
    return level;
  }

  /// What to look for in tags, keywords, names and values.
  public StringProperty findProperty() {
    return find;
  }

  /// The line that the keyboard is on, told by the view.
  public ObjectProperty<Optional<TagRow>> selectedProperty() {
    return selected;
  }

  /// What is shown, in the order of the file.
  public ReadOnlyObjectProperty<List<TagBranch>> branchesProperty() {
    return branches.getReadOnlyProperty();
  }

  /// How much has been changed since the files were opened; empty when nothing has.
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /// What the columns say.
  TagText text() {
    return text;
  }

  /// The image whose elements are shown, edits included.
  Optional<Instance> shown() {
    return session.instanceProperty().get().map(session::current);
  }

  /// Whether the line, or something below it, is not as it was read.
  public boolean isEdited(TagRow row) {
    return changed.contains(row.key().path());
  }

  /// Why the value of a line cannot be edited in place; empty where it can.
  public String whyFixed(TagRow row) {
    return text.whyFixed(row);
  }

  /// Why `typed` cannot be the value of the element; empty where it can.
  public Optional<String> problem(ElementRow row, String typed) {
    DataElement element = row.element();
    return new ValueCheck(services).problem(element.tag(), element.vr(), typed, row.characterSet());
  }

  /// Whether `typed` could be the value if the file were re-encoded in ISO_IR 192, and not before.
  boolean fitsUtf8Only(ElementRow row, String typed) {
    DataElement element = row.element();
    return new ValueCheck(services)
        .fitsUtf8Only(element.tag(), element.vr(), typed, row.characterSet());
  }

  /// Gives the element another value in the selected image; asks whether the file is to be
  /// re-encoded where its character set lacks the characters.
  ///
  /// @return false if that is not allowed; nothing has changed then
  public boolean set(ElementRow row, String typed) {
    var edit = new SetValue(row.path(), row.element().vr(), typed);
    return problem(row, typed).isEmpty()
        ? apply(edit)
        : fitsUtf8Only(row, typed) && applyInUtf8(edit);
  }

  /// Makes `edit` after all text has become ISO_IR 192, if the user agrees.
  boolean applyInUtf8(SetValue edit) {
    return services
            .dialogs()
            .confirm(
                services.text("tags.utf8.title"),
                services.text("tags.utf8", shown().map(this::characterSet).orElse("")),
                services.text("tags.utf8.yes"))
        && apply(new EditsTogether(List.of(new ReencodeText(), edit)));
  }

  private String characterSet(Instance image) {
    return image.dataSet().characterSet().toString();
  }

  /// Whether the line can be deleted.
  public boolean isDeletable(Optional<TagRow> row) {
    return row.isPresent()
        && row.get() instanceof ElementRow element
        && !element.tag().equals(Tag.TRANSFER_SYNTAX_UID);
  }

  /// Deletes the selected element from the selected image. Undo brings it back, so nothing is
  /// asked, except where other elements would go with it.
  public void delete() {
    Optional<TagRow> row = selected.get();
    if (isDeletable(row) && row.get() instanceof ElementRow element && agreed(element)) {
      apply(new DeleteElement(element.path()));
    }
  }

  private boolean agreed(ElementRow element) {
    return !element.isDuplicated()
        || services
            .dialogs()
            .confirm(
                services.text("tags.deleteAll.title"),
                services.text("tags.deleteAll", element.tag()),
                services.text("tags.delete"));
  }

  /// Makes `edit` in the selected image.
  boolean apply(Edit edit) {
    return session
        .instanceProperty()
        .get()
        .map(image -> session.apply(edit, List.of(image)))
        .orElse(false);
  }

  private void reloadEdited() {
    summary.set(summarize(session.historyProperty().get()));
    reload();
  }

  private void reload() {
    Optional<Instance> image = session.instanceProperty().get();
    changed = image.map(i -> changed(i, session.historyProperty().get())).orElse(Set.of());
    rows = shown().map(i -> TagRows.of(i.file(), level.get())).orElse(List.of());
    filter();
  }

  private void filter() {
    branches.set(TagBranch.matching(rows, find.get()));
  }

  private String summarize(EditHistory history) {
    Set<Path> edited = history.editedPaths();
    if (edited.isEmpty()) {
      return "";
    }
    Map<Path, Instance> read = new HashMap<>();
    session.libraryProperty().get().instances().forEach(i -> read.put(i.path(), i));
    Set<TagPath> elements = new HashSet<>();
    int images = 0;
    for (Path path : edited) {
      Optional<Instance> image = Optional.ofNullable(read.get(path));
      List<Difference> found = image.map(i -> differences(i, history)).orElse(List.of());
      found.forEach(difference -> elements.add(difference.path()));
      images += found.isEmpty() ? 0 : 1;
    }
    return images == 0 ? "" : services.text("tags.changed", elements.size(), images);
  }

  private static List<Difference> differences(Instance image, EditHistory history) {
    return Differences.between(image.file(), history.current(image).file());
  }

  /// The elements of an image that are not as they were read, and the lines around them.
  private static Set<TagPath> changed(Instance image, EditHistory history) {
    List<Difference> differences = differences(image, history);
    Set<TagPath> changed = Differences.around(differences);
    differences.forEach(difference -> changed.add(difference.path()));
    return changed;
  }
}
