package org.voxdesk.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class GeometryReportsTest {
  @TempDir Path folder;

  private final GeometryReports reports = new GeometryReports();
  private Library library = Library.EMPTY;
  private Series series;

  @BeforeEach
  void read() throws Exception {
    SmallSeries.write(folder);
    library = Library.scan(List.of(folder), Progress.NONE, Parallel.SEQUENTIAL);
    series = library.series().getFirst();
  }

  @Test
  void aReportIsMadeOnceWhileTheSeriesIsOpen() {
    GeometryReport first = reports.of(series);
    assertThat(first).isEqualTo(GeometryReport.of(series));
    reports.keep(library);
    assertThat(reports.of(series)).isSameAs(first);
  }

  @Test
  void nothingIsKeptOfASeriesThatIsNotOpen() {
    GeometryReport first = reports.of(series);
    reports.keep(Library.EMPTY);
    assertThat(reports.of(series)).isNotSameAs(first);
  }
}
