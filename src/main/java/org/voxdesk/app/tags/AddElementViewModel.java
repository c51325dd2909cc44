package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.app.editor.ValueCheck;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.PrivateDictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.SetValue;
import org.voxdesk.study.Instance;

/// The line in which a new element is put together: tag, VR and value, checked as they are typed.
/// The element goes into the item that the selected line is in, else to the top of the data set.
public final class AddElementViewModel {
  /// VRs that an element can have; a sequence is added without items.
  static final List<Vr> VRS = List.of(Vr.values());

  private static final int DELIMITERS = 0xFFFE;

  private final Services services;
  private final TagsViewModel tags;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Vr> vr = new SimpleObjectProperty<>(Vr.LO);
  private final StringProperty value = new SimpleStringProperty("");
  private final StringProperty creator = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper creatorWanted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<TagPath>> path =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper destination = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /// A line for the image that `tags` shows.
  public AddElementViewModel(Services services, TagsViewModel tags) {
    this.services = services;
    this.tags = tags;
    name.addListener((property, was, is) -> named());
    vr.addListener((property, was, is) -> check());
    value.addListener((property, was, is) -> check());
    creator.addListener((property, was, is) -> owned());
    tags.selectedProperty().addListener((property, was, is) -> check());
    tags.branchesProperty().addListener((property, was, is) -> check());
    check();
  }

  /// The tag or keyword, as typed.
  public StringProperty nameProperty() {
    return name;
  }

  /// How the value is to be encoded; set to the dictionary's whenever the tag becomes known.
  public ObjectProperty<Vr> vrProperty() {
    return vr;
  }

  /// The value, as typed.
  public StringProperty valueProperty() {
    return value;
  }

  /// Who owns the block of a private element, as typed.
  public StringProperty creatorProperty() {
    return creator;
  }

  /// Whether the tag is private and nobody owns its block yet.
  public ReadOnlyBooleanProperty creatorWantedProperty() {
    return creatorWanted.getReadOnlyProperty();
  }

  /// Where the element would go; empty while it cannot be added.
  public ReadOnlyObjectProperty<Optional<TagPath>> pathProperty() {
    return path.getReadOnlyProperty();
  }

  /// The item it would go into, in words; empty for the top of the data set.
  public ReadOnlyStringProperty destinationProperty() {
    return destination.getReadOnlyProperty();
  }

  /// Why it cannot be added; empty where it can or nothing has been typed.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Adds the element to the selected image and empties the line.
  ///
  /// @return where it is now; empty if it was not allowed, then nothing has changed
  public Optional<TagPath> add() {
    Optional<TagPath> target = path.get();
    Optional<TagPath> added =
        target.filter(
            to -> {
              var edit = new SetValue(to, vr.get(), value.get());
              if (creatorWanted.get()) {
                return tags.apply(to, new EditsTogether(List.of(owner(to), edit)));
              }
              return isUtf8Needed(to) ? tags.applyInUtf8(edit) : tags.apply(to, edit);
            });
    added.ifPresent(
        to -> {
          name.set("");
          value.set("");
        });
    return added;
  }

  /// Names the owner of the block that a private element is in (PS3.5 7.8.1).
  private SetValue owner(TagPath element) {
    Tag tag = element.tag();
    Tag block = Tag.of(tag.group(), tag.element() >>> 8);
    return new SetValue(new TagPath(element.steps(), block), Vr.LO, creator.get().strip());
  }

  private void owned() {
    Dictionary.standard()
        .tag(name.get())
        .flatMap(this::privateEntry)
        .flatMap(entry -> entry.vrs().stream().findFirst())
        .ifPresent(vr::set);
    check();
  }

  private void named() {
    Dictionary.standard().tag(name.get()).ifPresent(tag -> vr.set(usualVr(tag)));
    check();
  }

  /// The dictionary's VR; where it allows SS and US, the one that suits the image's pixels.
  private Vr usualVr(Tag tag) {
    List<Vr> allowed =
        holder()
            .flatMap(dataSet -> dataSet.entry(tag).or(() -> privateEntry(tag)))
            .map(DictionaryEntry::vrs)
            .filter(vrs -> !vrs.isEmpty())
            .orElseGet(() -> List.of(Dictionary.standard().vr(tag)));
    boolean signed =
        tags.shown()
            .map(image -> image.dataSet().integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1)
            .orElse(false);
    return signed && allowed.contains(Vr.SS) ? Vr.SS : allowed.getFirst();
  }

  private Optional<DictionaryEntry> privateEntry(Tag tag) {
    return tag.isPrivate()
        ? PrivateDictionary.instance().entry(creator.get().strip(), tag)
        : Optional.empty();
  }

  private void check() {
    List<TagPath.Step> steps = steps();
    destination.set(
        steps.isEmpty()
            ? ""
            : services.text(
                "tags.add.into",
                TagPath.of(steps.getLast().sequence()),
                steps.getLast().item() + 1));
    Optional<Tag> tag = Dictionary.standard().tag(name.get());
    creatorWanted.set(tag.filter(this::lacksCreator).isPresent());
    Optional<String> wrong =
        name.get().isBlank()
            ? Optional.empty()
            : tag.isEmpty()
                ? Optional.of(services.text("tags.problem.unknownTag"))
                : wrong(tag.get(), steps);
    problem.set(wrong.orElse(""));
    Optional<TagPath> place = tag.map(t -> new TagPath(steps, t));
    boolean allowed = wrong.isEmpty() || place.filter(this::isUtf8Needed).isPresent();
    path.set(allowed && holder().isPresent() ? place : Optional.empty());
  }

  private boolean isUtf8Needed(TagPath place) {
    return holderOf(place.tag(), place.steps())
        .filter(
            holder ->
                !holder.contains(place.tag())
                    && ValueCheck.of(holder, place.tag(), vr.get(), value.get())
                        .needsNothingButUtf8())
        .isPresent();
  }

  private Optional<String> wrong(Tag tag, List<TagPath.Step> steps) {
    boolean metaInItem = tag.isMeta() && !steps.isEmpty();
    if (tag.group() == DELIMITERS
        || tag.group() == 0
        || tag.equals(Tag.META_GROUP_LENGTH)
        || metaInItem) {
      return Optional.of(services.text("tags.problem.structure"));
    }
    Optional<DataSet> holder = holderOf(tag, steps);
    boolean empty = steps.isEmpty() && holder.filter(h -> !h.elements().isEmpty()).isEmpty();
    if (holder.isEmpty() || empty) {
      return Optional.of(services.text("tags.problem.noPlace"));
    }
    if (holder.get().contains(tag)) {
      return Optional.of(services.text("tags.problem.exists"));
    }
    if (creatorWanted.get() && creator.get().isBlank()) {
      return Optional.of(services.text("tags.problem.creator"));
    }
    if (vr.get() == Vr.SQ) {
      return value.get().isEmpty()
          ? Optional.empty()
          : Optional.of(services.text("tags.fixed.sequence"));
    }
    return ValueCheck.of(holder.get(), tag, vr.get(), value.get()).explained(services);
  }

  private boolean lacksCreator(Tag tag) {
    return tag.isPrivate()
        && tag.element() >= 0x1000
        && holder().filter(h -> h.privateCreator(tag).isEmpty()).isPresent();
  }

  private Optional<DataSet> holderOf(Tag tag, List<TagPath.Step> steps) {
    return tag.isMeta() && steps.isEmpty()
        ? tags.shown().map(image -> image.file().meta())
        : holder();
  }

  private Optional<DataSet> holder() {
    return tags.shown().flatMap(image -> new TagPath(steps(), Tag.ITEM).holder(image.dataSet()));
  }

  private List<TagPath.Step> steps() {
    List<TagPath.Step> steps =
        tags.selectedProperty().get().map(row -> row.key().path().steps()).orElse(List.of());
    // The selection may belong to an image that is no longer shown.
    Optional<DataSet> there =
        tags.shown()
            .map(Instance::dataSet)
            .flatMap(dataSet -> new TagPath(steps, Tag.ITEM).holder(dataSet));
    return there.isPresent() ? steps : List.of();
  }
}
