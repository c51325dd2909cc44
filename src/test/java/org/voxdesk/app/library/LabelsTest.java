package org.voxdesk.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;

final class LabelsTest {
  private final Labels labels =
      new Labels(Messages.of(Locale.ENGLISH), UnaryOperator.identity(), GeometryReport::of);

  @Test
  void anEvenSeriesTellsItsSpacing() throws DicomException {
    Library library = library(List.of(0, 1, 2, 3));
    Series series = library.series().getFirst();
    assertThat(labels.of(new LibraryItem.OfPatient(library.patients().getFirst())))
        .isEqualTo("Ball, Test  B1");
    assertThat(labels.count(series)).isEqualTo("4 images");
    assertThat(labels.verdict(series)).isEqualTo("2 mm apart");
  }

  @Test
  void aGapIsNamedInTheRowAndExplainedInTheTooltip() throws DicomException {
    Series series = library(List.of(0, 1, 2, 6, 7)).series().getFirst();
    assertThat(labels.verdict(series)).isEqualTo("slices missing");
    assertThat(labels.seriesTooltip(series))
        .contains("3 slices missing between slice 3 (z", "slices missing");
  }

  @Test
  void aSingleImageHasNoVerdict() throws DicomException {
    Series series = library(List.of(5)).series().getFirst();
    assertThat(labels.count(series)).isEqualTo("1 image");
    assertThat(labels.verdict(series)).isEmpty();
    assertThat(labels.of(new LibraryItem.OfImage(series, series.first())))
        .isEqualTo("6   z −90 mm");
  }

  private static Library library(List<Integer> slices) throws DicomException {
    List<Instance> images = new ArrayList<>();
    for (int k : slices) {
      images.add(new Instance(Path.of("slice" + k), SmallSeries.slice(k)));
    }
    return Library.of(images, List.of());
  }
}
