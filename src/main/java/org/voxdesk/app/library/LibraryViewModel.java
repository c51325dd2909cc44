package org.voxdesk.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.SeriesVolume;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.Targets;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.volume.Volume;

/// Opens what the user picks, and moves between series.
public final class LibraryViewModel {
  private final Services services;
  private final Session session;
  private final Targets targets;
  private final Labels labels;

  /// Binds the commands that open files and change the series.
  public LibraryViewModel(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    this.targets = app.targets();
    this.labels = new Labels(services.messages(), session::current, session::geometry);
    session.seriesProperty().addListener((property, was, is) -> tellGeometry(app));
    app.volume().stateProperty().addListener((property, was, is) -> tellGeometry(app));
    var commands = services.commands();
    commands.bind(
        Command.OPEN_FILES,
        () -> open(services.dialogs().openFiles(services.text("library.open.files"))));
    commands.bind(
        Command.OPEN_FOLDER,
        () ->
            open(
                services.dialogs().openFolder(services.text("library.open.folder")).stream()
                    .toList()));
    commands.bind(Command.OPEN_PICTURES, () -> openPictures(app));
    ObservableValue<Boolean> open = session.seriesProperty().map(Optional::isPresent);
    ObservableValue<Boolean> any =
        session.libraryProperty().map(library -> !library.patients().isEmpty());
    commands.bind(Command.CLOSE_SERIES, () -> closeSeries(app), open);
    commands.bind(
        Command.CLOSE_ALL,
        () -> {
          List<Instance> all = session.libraryProperty().get().instances();
          app.unsaved().close(all, () -> session.close(all));
        },
        any);
    commands.bind(Command.CLEAR_RECENT, () -> services.preferences().clearRecent());
    ObservableValue<Boolean> several = session.libraryProperty().map(l -> l.series().size() > 1);
    commands.bind(Command.SERIES_PREVIOUS, () -> moveSeries(-1), several);
    commands.bind(Command.SERIES_NEXT, () -> moveSeries(1), several);
  }

  /// How the images lie, and which of them cannot be read, which is known once all have been.
  private void tellGeometry(AppModel app) {
    String lie = session.seriesProperty().get().map(labels::geometry).orElse("");
    String broken =
        app.volume().stateProperty().get() instanceof SeriesVolume.State.Ready ready
            ? unreadable(ready.volume())
            : "";
    app.geometryProperty().set(ReadableText.joined(" · ", broken, lie));
  }

  private String unreadable(Volume volume) {
    return volume.missing().isEmpty()
        ? ""
        : services.text(
            "library.unreadable",
            volume.missing().size(),
            services.reason(volume.missing().firstEntry().getValue()));
  }

  /// Closes all parts of the series that is looked at.
  private void closeSeries(AppModel app) {
    session
        .seriesProperty()
        .get()
        .map(session.libraryProperty().get()::whole)
        .ifPresent(images -> app.unsaved().close(images, () -> session.close(images)));
  }

  private void openPictures(AppModel app) {
    services
        .dialogs()
        .openFolder(services.text("library.open.pictures"))
        .flatMap(
            folder ->
                services
                    .dialogs()
                    .<List<Path>>ask(
                        services.text("pictures.title"),
                        chosen -> new PicturesPage(folder, services, chosen)))
        .ifPresent(
            pictures -> {
              List<Instance> before = stacksOf(pictures);
              app.unsaved()
                  .close(
                      before,
                      () -> {
                        session.close(before);
                        open(pictures);
                      });
            });
  }

  /// The open stacks with one of these pictures, each of which can be open but once: what is left
  /// of such a stack would have gaps.
  private List<Instance> stacksOf(List<Path> pictures) {
    Set<Path> wanted = Set.copyOf(pictures);
    return session.libraryProperty().get().series().stream()
        .map(Series::instances)
        .filter(images -> images.stream().anyMatch(image -> wanted.contains(image.path())))
        .flatMap(List::stream)
        .toList();
  }

  /// Opens files and folders; nothing for none.
  public void open(List<Path> paths) {
    if (!paths.isEmpty()) {
      session.open(paths);
    }
  }

  Services services() {
    return services;
  }

  Session session() {
    return session;
  }

  Labels labels() {
    return labels;
  }

  /// Makes what the rows stand for the targets of edits, and looks at the last of them.
  void select(List<LibraryItem> items) {
    LibraryItem item = items.getLast();
    look(item);
    if (items.size() == 1) {
      targets.scopeProperty().set(item.scope());
    } else {
      targets.choose(items.stream().flatMap(LibraryItem::images).distinct().toList());
    }
  }

  /// Whether rows above single images are the targets of edits and hold what is looked at.
  boolean isTargetSelected(List<LibraryItem> items) {
    return targets.scopeProperty().get() != Targets.Scope.IMAGE
        && items.stream().anyMatch(this::holds);
  }

  private void look(LibraryItem item) {
    if (item instanceof LibraryItem.OfImage image) {
      session.select(image.home(), image.image());
    } else {
      item.series().filter(series -> !holds(item)).ifPresent(session::select);
    }
  }

  /// Whether what is looked at is below the row already.
  private boolean holds(LibraryItem item) {
    return session.instanceProperty().get().stream()
        .anyMatch(looked -> item.images().anyMatch(looked::equals));
  }

  private void moveSeries(int by) {
    List<Series> all = session.libraryProperty().get().series();
    int at = session.seriesProperty().get().map(all::indexOf).orElse(-1);
    int to = Math.clamp(at + by, 0, all.size() - 1);
    if (to != at) {
      session.select(all.get(to));
    }
  }
}
