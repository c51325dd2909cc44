package org.voxdesk.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.KeptFiles;

/// The state that screens share. Holds no nodes; used on the window's thread.
public final class AppModel {
  private final Services services;
  private final Session session;
  private final Targets targets;
  private final SeriesVolume volume;
  private final UnsavedEdits unsaved;
  private final NoduleList nodules;
  private final List<Consumer<Runnable>> leaving = new ArrayList<>();
  private final UndoOrder undoOrder = new UndoOrder();
  private final KeptFiles kept;
  private final ObjectProperty<Transcoding.Target> compression =
      new SimpleObjectProperty<>(Transcoding.Target.AS_IS);
  private final StringProperty page = new SimpleStringProperty("");
  private final StringProperty geometry = new SimpleStringProperty("");
  private final StringProperty readout = new SimpleStringProperty("");

  /// Nothing open, nothing selected, replaced files kept without telling others of them.
  public AppModel(Services services) {
    this(services, new KeptFiles());
  }

  /// Nothing open, nothing selected.
  ///
  /// @param kept takes what is to be kept of replaced files
  public AppModel(Services services, KeptFiles kept) {
    this.services = services;
    this.kept = kept;
    this.session = new Session(services);
    this.targets = new Targets(session);
    this.volume = new SeriesVolume(services, session);
    this.unsaved = new UnsavedEdits(services, session);
    this.nodules = new NoduleList(session);
    undoOrder.add(new EditSteps(services, session));
    undoOrder.add(new NoduleSteps(services, nodules));
    leaving.add(unsaved::leave);
  }

  /// What every screen may use.
  public Services services() {
    return services;
  }

  /// What is open, selected and edited.
  public Session session() {
    return session;
  }

  /// Which images are described and edited together.
  public Targets targets() {
    return targets;
  }

  /// The volume of the series that is looked at.
  public SeriesVolume volume() {
    return volume;
  }

  /// Which edits are in no file yet.
  public UnsavedEdits unsaved() {
    return unsaved;
  }

  /// What is marked in everything that is open.
  public NoduleList nodules() {
    return nodules;
  }

  /// Runs `leave` if nothing would be lost with the window, or once the user has agreed to that.
  public void leave(Runnable leave) {
    Runnable chain = leave;
    for (Consumer<Runnable> question : leaving) {
      Runnable next = chain;
      chain = () -> question.accept(next);
    }
    chain.run();
  }

  /// Asks this question before the window is closed, too, before all that are known; it runs what
  /// it is given if the window may go.
  public void beforeLeaving(Consumer<Runnable> question) {
    leaving.add(question);
  }

  /// What undo and redo go by.
  public UndoOrder undoOrder() {
    return undoOrder;
  }

  /// What files that were replaced held before, so that saving can be undone; closed with the
  /// window.
  public KeptFiles kept() {
    return kept;
  }

  /// The page of the inspector that is open, by the key of its title; setting it opens the page.
  public StringProperty pageProperty() {
    return page;
  }

  /// How pixels are compressed in the files that are saved.
  public ObjectProperty<Transcoding.Target> compressionProperty() {
    return compression;
  }

  /// How the images of the series that is looked at lie, in one line, for the status bar; empty
  /// where nothing is looked at.
  public StringProperty geometryProperty() {
    return geometry;
  }

  /// What is under the pointer, for the left end of the status bar.
  public StringProperty readoutProperty() {
    return readout;
  }
}
