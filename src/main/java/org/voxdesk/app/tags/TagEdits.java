package org.voxdesk.app.tags;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.Targets;
import org.voxdesk.app.notify.Question;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.RemapUids;
import org.voxdesk.edit.SetValue;
import org.voxdesk.study.Instance;

/// Makes the edits of the tag table in the images that are its targets, after asking how far they
/// are to go where that is more than one. Used on the window's thread.
final class TagEdits {
  /// More images are edited in the background.
  private static final int AT_ONCE = 200;

  /// The option that goes no further than was asked for.
  private static final int THESE = 1;

  /// Other images refer to these.
  private static final Set<Tag> NAMING =
      Set.of(Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID);

  private final Services services;
  private final Session session;
  private final Targets targets;

  TagEdits(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    this.targets = app.targets();
  }

  /// Makes `edit`, which changes what is at `path`, in the targets, or in the whole level that the
  /// attribute belongs to if the user wants that.
  ///
  /// @return false if the user changed their mind or it is not allowed; nothing has changed then
  boolean apply(TagPath path, Edit edit) {
    List<Instance> images = fitting(path);
    Level level =
        Level.of(path.steps().isEmpty() ? path.tag() : path.steps().getFirst().sequence());
    List<Instance> whole = Reach.of(session.libraryProperty().get(), level, images);
    if (images.isEmpty()) {
      return false;
    }
    if (whole.size() > images.size()) {
      OptionalInt wanted =
          services
              .dialogs()
              .choose(
                  new Question(
                          services.text("tags.reach.title"),
                          services.text(
                              isDeletion(edit) ? "tags.reach.delete" : "tags.reach",
                              path,
                              levelName(level),
                              images.size(),
                              series(images)),
                          List.of(
                              services.text("tags.reach.whole", whole.size(), levelName(level)),
                              services.text("tags.reach.these", images.size())))
                      .usually(THESE));
      return wanted.isPresent()
          && (wanted.getAsInt() == THESE ? make(edit, images) : makeWhole(path, edit, whole));
    }
    Object what = edit instanceof SetValue ? path : label(edit);
    return (images.size() == 1 || agreed(edit, summary(what, images)))
        && makeWhole(path, edit, images);
  }

  /// Makes `edit` in the targets and no others, of which those that have all of `paths`.
  boolean applyHere(Edit edit, List<TagPath> paths) {
    List<Instance> images = targets.imagesProperty().get();
    for (TagPath path : paths) {
      List<Instance> fitting = fitting(path);
      images = images.stream().filter(fitting::contains).toList();
    }
    return !images.isEmpty()
        && (images.size() == 1 || agreed(edit, summary(label(edit), images)))
        && make(edit, images);
  }

  private String label(Edit edit) {
    String label = edit.label().in(services.messages().locale());
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  private static boolean isDeletion(Edit edit) {
    return edit instanceof EditsTogether together
        ? together.isDeletion()
        : new EditsTogether(List.of(edit)).isDeletion();
  }

  /// Enter agrees: the user has said which images, and the step can be undone.
  private boolean agreed(Edit edit, String summary) {
    return services
        .dialogs()
        .choose(
            new Question(
                    services.text("tags.many.title"),
                    summary,
                    List.of(services.text(isDeletion(edit) ? "tags.many.delete" : "tags.many.yes")))
                .usually(0))
        .isPresent();
  }

  private String levelName(Level level) {
    return services.text(
        switch (level) {
          case PATIENT -> "tags.whole.patient";
          case STUDY -> "tags.whole.study";
          case SERIES -> "tags.whole.series";
          case IMAGE, META -> "tags.whole.image";
        });
  }

  private String summary(Object what, List<Instance> images) {
    return services.text("tags.many", what, images.size(), series(images));
  }

  private static long series(List<Instance> images) {
    return images.stream().map(i -> i.text(Tag.SERIES_INSTANCE_UID)).distinct().count();
  }

  /// The targets that have a place for `path`: the item it is in, and for private elements the same
  /// owner of the block as the first, or as there no owner at all.
  private List<Instance> fitting(TagPath path) {
    List<Instance> images = targets.imagesProperty().get();
    if (images.size() < 2) {
      return images;
    }
    String creator = creator(path, images.getFirst());
    return images.stream()
        .filter(i -> path.holder(session.current(i).dataSet()).isPresent())
        .filter(i -> creator(path, i).equals(creator))
        .toList();
  }

  private String creator(TagPath path, Instance image) {
    return path.holder(session.current(image).dataSet())
        .flatMap(holder -> holder.privateCreator(path.tag()))
        .orElse("");
  }

  /// Makes it in all images that the attribute speaks for; a new UID also wherever it is referred
  /// to.
  private boolean makeWhole(TagPath path, Edit edit, List<Instance> images) {
    boolean naming = path.steps().isEmpty() && NAMING.contains(path.tag());
    if (!naming || !(edit instanceof SetValue set)) {
      return make(edit, images);
    }
    if (path.tag().equals(Tag.SOP_INSTANCE_UID) && images.size() > 1) {
      services.notifications().warn(services.text("tags.uid.alone"), Optional.empty());
      return false;
    }
    Map<String, String> replacements = new LinkedHashMap<>();
    images.forEach(
        i ->
            session
                .current(i)
                .dataSet()
                .text(path.tag())
                .ifPresent(o -> replacements.put(o, set.text())));
    boolean lacking = images.stream().anyMatch(i -> session.current(i).text(path.tag()).isEmpty());
    return lacking
        ? make(edit, images)
        : make(new RemapUids(path, replacements), session.libraryProperty().get().instances());
  }

  /// Makes `edit` in these images.
  private boolean make(Edit edit, List<Instance> images) {
    if (images.size() <= AT_ONCE) {
      return session.apply(edit, images);
    }
    session.applyInBackground(edit, images, () -> {});
    return true;
  }
}
