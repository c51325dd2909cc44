package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state that screens share. Holds no nodes; used on the window's thread.
public final class AppModel {
  private final Services services;
  private final ReadOnlyObjectWrapper<List<Path>> sources = new ReadOnlyObjectWrapper<>(List.of());
  private final StringProperty readout = new SimpleStringProperty("");

  /// Nothing open, nothing selected.
  public AppModel(Services services) {
    this.services = services;
  }

  /// What every screen may use.
  public Services services() {
    return services;
  }

  /// The files and folders that the user asked to open last.
  public ReadOnlyObjectProperty<List<Path>> sourcesProperty() {
    return sources.getReadOnlyProperty();
  }

  /// Opens `paths`; whoever watches the sources reads them.
  public void open(List<Path> paths) {
    sources.set(List.copyOf(paths));
  }

  /// What is under the pointer, for the left end of the status bar.
  public StringProperty readoutProperty() {
    return readout;
  }
}
