package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Keeping;
import org.voxdesk.io.SidecarFiles;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.nodule.Nodules;
import org.voxdesk.study.Series;

/// Keeps the nodules of every open series beside its images. Used on the window's thread.
public final class NoduleKeeping {
  private static final Keeping.Words KEPT =
      new Keeping.Words(
          "task.nodules.read", "task.nodules.write", "nodules.keptElsewhere", "nodules.notKept");

  private final AppModel app;
  private final Keeping<Nodule> keeping;
  private boolean loading;

  /// Follows what is open and marked.
  public NoduleKeeping(AppModel app, SidecarFiles<Nodule> files) {
    this.app = app;
    this.keeping = new Keeping<>(app, files, KEPT, this::kept);
    app.nodules().allProperty().addListener((property, was, is) -> write(was, is));
    app.session().libraryProperty().addListener((property, was, is) -> read());
    app.session().openingProperty().addListener((property, was, is) -> read());
    read();
  }

  private Set<String> open() {
    return app.session().libraryProperty().get().series().stream()
        .map(Series::uid)
        .collect(Collectors.toSet());
  }

  /// Not before all images have arrived: only then it is known which folders they are in.
  private void read() {
    Set<String> open = open();
    keeping.only(open);
    if (!app.session().openingProperty().get()) {
      open.forEach(keeping::read);
    }
  }

  private void kept(String seriesUid, List<Nodule> kept) {
    if (!open().contains(seriesUid)) {
      return;
    }
    boolean meanwhile = !app.nodules().allProperty().get().of(seriesUid).isEmpty();
    loading = true;
    app.nodules().load(seriesUid, kept);
    loading = false;
    if (meanwhile) {
      keeping.write(seriesUid, app.nodules().allProperty().get().of(seriesUid));
    }
  }

  /// What was closed is not in the list any more, and stays as it was kept.
  private void write(Nodules was, Nodules is) {
    if (loading) {
      return;
    }
    for (String uid : open()) {
      if (!was.of(uid).equals(is.of(uid))) {
        keeping.write(uid, is.of(uid));
      }
    }
  }

  /// Writes what has not been kept yet; blocks.
  public void finish() {
    keeping.finish();
  }
}
