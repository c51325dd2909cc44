package org.voxdesk.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.study.Series;

/// Opens what the user picks, and moves between series.
public final class LibraryViewModel {
  private final Services services;
  private final Session session;
  private final Labels labels;

  /// Binds the commands that open files and change the series.
  public LibraryViewModel(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    this.labels = new Labels(services.messages());
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
    ObservableValue<Boolean> several = session.libraryProperty().map(l -> l.series().size() > 1);
    commands.bind(Command.SERIES_PREVIOUS, () -> moveSeries(-1), several);
    commands.bind(Command.SERIES_NEXT, () -> moveSeries(1), several);
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

  /// Looks at what a row stands for.
  void select(LibraryItem item) {
    if (item instanceof LibraryItem.OfImage image) {
      session.select(image.home(), image.image());
    } else {
      item.series()
          .filter(series -> !Optional.of(series).equals(session.seriesProperty().get()))
          .ifPresent(session::select);
    }
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
