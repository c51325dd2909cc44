package org.voxdesk.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.TestData;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;
import org.voxdesk.volume.SourceMask;
import org.voxdesk.volume.VolumeBuilder;

class LidcTest {
  @TempDir private Path folder;

  @Test
  void theNodulesOfCase3AreWhereTheyAre() throws Exception {
    Path scan = TestData.data("ct/LIDC-IDRI-0003");
    Library library = Library.scan(List.of(scan), Progress.NONE, Parallel.SEQUENTIAL);
    SliceStack stack = SliceStack.of(library.series().getFirst());
    List<String> images =
        stack.slices().stream().map(slice -> slice.text(Tag.SOP_INSTANCE_UID)).toList();
    LidcReport report = LidcXml.read(TestData.data("ct/LIDC-IDRI-0003.xml"));
    assertThat(report.seriesUid()).isEqualTo(library.series().getFirst().uid());

    List<Annotation> nodules = new LidcNodules(VolumeBuilder.geometry(stack), images).of(report);

    List<String> rows = Files.readAllLines(TestData.data("ct/LIDC-IDRI-0003-nodules.tsv"));
    assertThat(nodules).hasSize(rows.size() - 1);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      Lps truth =
          new Lps(
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]));
      Annotation nearest =
          nodules.stream()
              .min((a, b) -> Double.compare(far(a, truth), far(b, truth)))
              .orElseThrow();
      assertThat(far(nearest, truth)).isLessThan(0.5);
      assertThat(nearest.diameterMm().orElseThrow())
          .isCloseTo(Double.parseDouble(cells[9]), Offset.offset(0.05));
      List<Integer> malignancy = new ArrayList<>();
      for (String rating : cells[10].split(",", -1)) {
        malignancy.add(Integer.parseInt(rating));
      }
      assertThat(nearest.characteristics().get("malignancy"))
          .containsExactlyInAnyOrderElementsOf(malignancy);
    }
  }

  private static double far(Annotation nodule, Lps truth) {
    return nodule.centre().minus(truth).length();
  }

  private static final Geometry SMALL =
      Geometry.uniform(SlicePlane.axial(20, 20, 1, 1), new Lps(0, 0, 0), 2, 3);

  private static LidcReading square(int reader, int from, int to) {
    var corners =
        List.of(
            new LidcContour.Pixel(from, from),
            new LidcContour.Pixel(to, from),
            new LidcContour.Pixel(to, to),
            new LidcContour.Pixel(from, to));
    return new LidcReading(
        reader,
        "n",
        java.util.Map.of("malignancy", reader + 1),
        List.of(new LidcContour(reader, "b", true, corners)));
  }

  @Test
  void readersOfOneNoduleAreOneAndTheirOutlinesAreItsMask() {
    var lidc = new LidcNodules(SMALL, List.of("a", "b", "c"));

    List<Annotation> nodules =
        lidc.of(
            new LidcReport("1.2", List.of(square(0, 3, 9), square(1, 4, 10), square(1, 14, 16))));

    assertThat(nodules).hasSize(2);
    Annotation both = nodules.getFirst();
    assertThat(both.centre()).isEqualTo(new Lps(6.5, 6.5, 2));
    assertThat(both.characteristics().get("malignancy")).containsExactly(1, 2);
    SourceMask mask = lidc.mask(both);
    assertThat(mask.contains(6, 6, 1)).isTrue();
    assertThat(mask.contains(6, 6, 0)).isFalse();
    assertThat(mask.contains(4, 4, 1)).as("one of two readers").isTrue();
    assertThat(mask.contains(2, 6, 1)).isFalse();
    assertThat(mask.contains(15, 15, 1)).as("another nodule").isFalse();
  }

  @Test
  void whatIsNoReportIsRefusedWithItsName() throws Exception {
    Path cut = folder.resolve("cut.xml");
    Files.writeString(cut, "<LidcReadMessage><ResponseHeader>");
    Path other = folder.resolve("other.xml");
    Files.writeString(other, "<a/>");
    Path bomb = folder.resolve("bomb.xml");
    Files.writeString(bomb, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>");

    for (Path file : List.of(cut, other, bomb)) {
      assertThatThrownBy(() -> LidcXml.read(file))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining(file.getFileName().toString());
    }
  }
}
