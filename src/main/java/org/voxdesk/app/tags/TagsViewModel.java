package org.voxdesk.app.tags;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.app.editor.ValueCheck;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.Targets;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.ModuleAttributes;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.edit.SetValue;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;

/// The elements of the images that are edited together, each once, edits included, and what can be
/// done to them. Holds no nodes; used on the window's thread.
public final class TagsViewModel {
  /// More lines are searched in the background.
  private static final int AT_ONCE = 2_000;

  private final Services services;
  private final Session session;
  private final Targets targets;
  private final TagEdits edits;
  private final TagText text;
  private final ObjectProperty<Optional<Level>> level =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty find = new SimpleStringProperty("");
  private final BooleanProperty onlyFound = new SimpleBooleanProperty(true);
  private final ObjectProperty<Optional<TagRow>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<TagBranch>> branches =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NONE);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final EditedPaths edited;
  private List<TagRow> rows = List.of();
  private Demands demands = Demands.NONE;
  private List<TagRow> selection = List.of();

  /// Follows the targets of edits, and what is done to them.
  public TagsViewModel(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    this.targets = app.targets();
    this.edits = new TagEdits(app);
    this.text = new TagText(services);
    this.edited = new EditedPaths(session);
    targets.imagesProperty().addListener((property, was, is) -> follow());
    session.historyProperty().addListener((property, was, is) -> reloadEdited());
    session.libraryProperty().addListener((property, was, is) -> reloadEdited());
    level.addListener((property, was, is) -> reload());
    find.addListener((property, was, is) -> filter());
    onlyFound.addListener((property, was, is) -> filter());
    reload();
  }

  /// The only level shown; empty for all.
  public ObjectProperty<Optional<Level>> levelProperty() {
    return level;
  }

  /// What to look for, as [TagQuery] reads it.
  public StringProperty findProperty() {
    return find;
  }

  /// Whether lines that were not looked for are hidden.
  public BooleanProperty onlyFoundProperty() {
    return onlyFound;
  }

  /// What has been found.
  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Whether the line is one that was looked for.
  boolean isFound(TagRow row) {
    return found.get().contains(row);
  }

  /// The line that the keyboard is on, told by the view.
  public ObjectProperty<Optional<TagRow>> selectedProperty() {
    return selected;
  }

  /// All lines that are selected, told by the view.
  List<TagRow> selection() {
    return selection;
  }

  /// Tells which lines are selected, and which of them the keyboard is on.
  void select(List<TagRow> all, Optional<TagRow> lead) {
    selection = List.copyOf(all);
    selected.set(Optional.empty());
    selected.set(lead);
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

  /// The image that speaks for all that are shown, edits included.
  Optional<Instance> shown() {
    return images().stream().findFirst().map(session::current);
  }

  /// The images whose elements are shown, as they were read.
  List<Instance> images() {
    return targets.imagesProperty().get();
  }

  /// The same as they are now, edits included.
  List<Instance> current() {
    return targets.current();
  }

  /// Whether the line, or something below it, is not as it was read.
  public boolean isEdited(TagRow row) {
    return edited.contains(row.key().path());
  }

  /// Who demands what the line lacks: an attribute that is missing, or empty, in some image.
  Optional<ModuleAttributes.Missing> missing(TagRow row) {
    return demands.of(row);
  }

  /// What the value column says of a line.
  public String value(TagRow row) {
    return text.value(row);
  }

  /// Why the value of a line cannot be edited in place; empty where it can.
  public String whyFixed(TagRow row) {
    return text.whyFixed(row);
  }

  /// Why `typed` cannot be the value of the element; empty where it can.
  public Optional<String> problem(ElementRow row, String typed) {
    return check(row, typed).explained(services);
  }

  private static ValueCheck check(ElementRow row, String typed) {
    DataElement element = row.understood();
    return ValueCheck.of(row.holder(), element.tag(), element.vr(), typed);
  }

  /// Whether `typed` breaks a rule, but could be stored all the same.
  boolean isStorable(ElementRow row, String typed) {
    return check(row, typed).isOverridable();
  }

  /// Whether `typed` could be the value if the file were re-encoded in ISO_IR 192, and not before.
  boolean fitsUtf8Only(ElementRow row, String typed) {
    return check(row, typed).needsNothingButUtf8();
  }

  /// Gives the element another value; asks whether the file is to be re-encoded where its character
  /// set lacks the characters.
  ///
  /// @return false if that is not allowed; nothing has changed then
  public boolean set(ElementRow row, String typed) {
    return set(row, typed, Checking.RULES);
  }

  /// The same, checked as `checking` says.
  boolean set(ElementRow row, String typed, Checking checking) {
    var edit = new SetValue(row.path(), row.understood().vr(), typed, checking);
    if (fitsUtf8Only(row, typed)) {
      return applyInUtf8(edit);
    }
    return (checking == Checking.STORABLE || problem(row, typed).isEmpty())
        && apply(row.path(), edit);
  }

  /// Makes `edit` after all text has become ISO_IR 192, if the user agrees.
  boolean applyInUtf8(SetValue edit) {
    return services
            .dialogs()
            .confirm(
                services.text("tags.utf8.title"),
                services.text("tags.utf8", shown().map(this::characterSet).orElse("")),
                services.text("tags.utf8.yes"))
        && apply(edit.path(), new EditsTogether(List.of(new ReencodeText(), edit)));
  }

  private String characterSet(Instance image) {
    return image.dataSet().characterSet().toString();
  }

  /// Makes `edit`, which changes what is at `path`, in the images that are shown, or in the whole
  /// level if the user wants that.
  boolean apply(TagPath path, Edit edit) {
    if (!path.tag().equals(Tag.SPECIFIC_CHARACTER_SET)) {
      return edits.apply(path, edit);
    }
    return new CharacterSetQuestion(services)
        .agreed(edit, current())
        .filter(agreed -> edits.apply(path, agreed))
        .isPresent();
  }

  /// The keywords of all elements at the top of the data set, by the alphabet.
  List<String> keywords() {
    return targets.current().stream()
        .flatMap(image -> image.dataSet().elements().stream())
        .map(element -> element.tag())
        .distinct()
        .filter(tag -> !tag.isPrivate())
        .map(Dictionary.standard()::keyword)
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /// Makes `edit` in the images that are shown and have all of `paths`, and no others.
  boolean applyHere(Edit edit, List<TagPath> paths) {
    return edits.applyHere(edit, paths);
  }

  /// Says that an element whose keyword or tag was typed is in none of the images; empty where no
  /// whole keyword or tag was typed.
  Optional<String> absent() {
    return Dictionary.standard()
        .tag(find.get().strip())
        .filter(
            tag ->
                rows.stream()
                    .noneMatch(
                        row -> row instanceof ElementRow element && element.tag().equals(tag)))
        .map(tag -> services.text("tags.find.absent", TagPath.of(tag), tag, images().size()));
  }

  private void reloadEdited() {
    summary.set(summarize());
    reload();
  }

  /// The first elements take longer to be shown than the picture, which comes first. Nobody edits
  /// what is not there yet; others are shown at once.
  private void follow() {
    if (rows.isEmpty() && !images().isEmpty()) {
      services.afterFrames().execute(this::reload);
    } else {
      reload();
    }
  }

  private void reload() {
    edited.follow(images());
    List<Instance> current = targets.current();
    demands = Demands.of(current);
    rows =
        demands.among(
            TagRows.of(current.stream().map(Instance::file).toList(), level.get()), level.get());
    filter();
  }

  private void filter() {
    String typed = find.get();
    TagQuery query = TagQuery.parse(typed);
    boolean hiding = onlyFound.get();
    List<TagRow> searched = rows;
    if (query.isEmpty() || searched.size() <= AT_ONCE) {
      show(Searched.of(searched, query, hiding, this::has));
      return;
    }
    services
        .tasks()
        .startLatest(
            TagsViewModel.class,
            services.text("tags.find.task"),
            progress -> Searched.of(searched, query, hiding, this::has))
        .whenEnded(
            services.ui(),
            outcome -> {
              boolean current = searched.equals(rows) && typed.equals(find.get());
              if (current && outcome instanceof Outcome.Success<Searched> done) {
                show(done.value());
              }
            });
  }

  private void show(Searched searched) {
    branches.set(searched.branches());
    found.set(searched.found());
  }

  private boolean has(TagRow row, TagQuery.Property property) {
    return switch (property) {
      case EDITED -> isEdited(row);
      case PRIVATE -> row.key().path().tag().isPrivate();
      case MIXED -> row instanceof ElementRow element && element.spread().isMixed();
      case EMPTY -> row instanceof ElementRow element && element.element().length() == 0;
      case RETIRED -> row instanceof ElementRow element && element.isRetired();
      case UNKNOWN -> row instanceof ElementRow element && element.entry().isEmpty();
      case INVALID -> row instanceof ElementRow element && text.violation(element).isPresent();
      case MISSING -> demands.of(row).isPresent();
    };
  }

  private String summarize() {
    Set<TagPath> elements = new HashSet<>();
    int images = 0;
    for (Instance image : session.libraryProperty().get().instances()) {
      if (session.historyProperty().get().isEdited(image)) {
        List<Difference> differences =
            Differences.between(image.file(), session.current(image).file());
        differences.forEach(difference -> elements.add(difference.path()));
        images += differences.isEmpty() ? 0 : 1;
      }
    }
    return images == 0 ? "" : services.text("tags.changed", elements.size(), images);
  }
}
