package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import org.voxdesk.study.Series;

/// A series that is dragged from one screen to another, named by the file of its first image.
public final class SeriesDrag {
  private static final DataFormat FORMAT = new DataFormat("application/x-voxdesk-series");

  private SeriesDrag() {}

  /// What to put on the drag board.
  public static ClipboardContent content(Series series) {
    ClipboardContent content = new ClipboardContent();
    content.put(FORMAT, series.first().path().toString());
    return content;
  }

  /// The file of the first image; empty where something else is dragged.
  public static Optional<Path> of(Dragboard board) {
    return board.getContent(FORMAT) instanceof String path
        ? Optional.of(Path.of(path))
        : Optional.empty();
  }
}
