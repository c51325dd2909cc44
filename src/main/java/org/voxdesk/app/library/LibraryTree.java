package org.voxdesk.app.library;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.voxdesk.study.Library;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;

/// The library as tree items; the images of a series are made when it is first opened.
final class LibraryTree {
  private LibraryTree() {}

  /// Patients and studies open, series closed.
  static TreeItem<LibraryItem> of(Library library) {
    TreeItem<LibraryItem> root = new TreeItem<>(new LibraryItem.Root());
    for (Patient patient : library.patients()) {
      TreeItem<LibraryItem> ofPatient = new TreeItem<>(new LibraryItem.OfPatient(patient));
      ofPatient.setExpanded(true);
      for (Study study : patient.studies()) {
        TreeItem<LibraryItem> ofStudy = new TreeItem<>(new LibraryItem.OfStudy(study));
        ofStudy.setExpanded(true);
        study.series().forEach(s -> ofStudy.getChildren().add(new SeriesNode(s)));
        ofPatient.getChildren().add(ofStudy);
      }
      root.getChildren().add(ofPatient);
    }
    root.setExpanded(true);
    return root;
  }

  private static final class SeriesNode extends TreeItem<LibraryItem> {
    private final Series series;
    private boolean filled;

    SeriesNode(Series series) {
      super(new LibraryItem.OfSeries(series));
      this.series = series;
    }

    @Override
    public boolean isLeaf() {
      return false;
    }

    @Override
    public ObservableList<TreeItem<LibraryItem>> getChildren() {
      if (!filled && isExpanded()) {
        filled = true;
        List<TreeItem<LibraryItem>> images =
            series.instances().stream()
                .<LibraryItem>map(i -> new LibraryItem.OfImage(series, i))
                .map(TreeItem::new)
                .toList();
        super.getChildren().setAll(images);
      }
      return super.getChildren();
    }
  }
}
