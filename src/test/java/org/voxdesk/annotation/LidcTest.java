package org.voxdesk.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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

  @Test
  void theReportOfCase3IsTheSameAfterWritingAndReading() throws Exception {
    Path scan = TestData.data("ct/LIDC-IDRI-0003");
    Library library = Library.scan(List.of(scan), Progress.NONE, Parallel.SEQUENTIAL);
    SliceStack stack = SliceStack.of(library.series().getFirst());
    List<String> images =
        stack.slices().stream().map(slice -> slice.text(Tag.SOP_INSTANCE_UID)).toList();
    var lidc = new LidcNodules(VolumeBuilder.geometry(stack), images);
    Path original = TestData.data("ct/LIDC-IDRI-0003.xml");
    LidcReport report = LidcXml.read(original);
    List<Annotation> nodules = lidc.of(report);

    Path copy = Files.writeString(folder.resolve("copy.xml"), lidc.xml(report));
    Path made =
        Files.writeString(
            folder.resolve("made.xml"), Annotations.lidcXml(report.seriesUid(), nodules, lidc));

    assertThat(LidcXml.read(copy)).isEqualTo(report);
    List<Annotation> again = lidc.of(LidcXml.read(made));
    assertThat(again).hasSize(nodules.size());
    for (Annotation nodule : nodules) {
      assertThat(again)
          .anySatisfy(
              other -> {
                assertThat(far(other, nodule.centre())).isLessThan(1e-9);
                assertThat(other.diameterMm().orElseThrow())
                    .isCloseTo(nodule.diameterMm().orElseThrow(), Offset.offset(1e-9));
                assertThat(other.characteristics()).isEqualTo(nodule.characteristics());
                assertThat(other.contours()).hasSameElementsAs(nodule.contours());
              });
    }
    // The heights are those that the collection gives.
    for (String line : Files.readAllLines(original)) {
      if (line.contains("<imageZposition>-199.0")) {
        assertThat(copy).content().contains("<imageZposition>-199</imageZposition>");
      }
    }
  }

  @Test
  void aNoduleThatNobodyOutlinedIsWrittenAsABall() throws Exception {
    Lps row = new Lps(0.95, 0.2, -0.25).unit();
    Lps column = new Lps(-0.1, 0.9, 0.3);
    Geometry askew =
        Geometry.uniform(
            new SlicePlane(200, 200, 0.6, 0.6, row, row.cross(column).cross(row).unit()),
            new Lps(-50, -60, 10),
            1.25,
            60);
    var images = IntStream.range(0, 60).mapToObj(k -> "1.2." + k).toList();
    var lidc = new LidcNodules(askew, images);
    Annotation large =
        Annotation.of("1.2", askew.lps(90.3, 70.8, 30.4), OptionalDouble.of(14), "a & <b>");
    Annotation unmeasured =
        Annotation.of("1.2", askew.lps(20, 30, 10.2), OptionalDouble.empty(), "");

    Path file =
        Files.writeString(
            folder.resolve("balls.xml"),
            Annotations.lidcXml("1.2", List.of(large, unmeasured), lidc));

    List<Annotation> read = lidc.of(LidcXml.read(file));
    assertThat(read).hasSize(2);
    assertThat(far(read.get(0), large.centre())).isLessThan(0.2);
    assertThat(read.get(0).diameterMm().orElseThrow()).isCloseTo(14, Offset.offset(0.3));
    assertThat(far(read.get(1), unmeasured.centre())).isLessThan(0.7);
    assertThat(read.get(1).diameterMm()).isEmpty();
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
  void ofAFolderTheReportsOnCtAreRead() throws Exception {
    Files.writeString(
        folder.resolve("1.xml"),
        "<IdriReadMessage><CXRSeriesInstanceUid>1.2</CXRSeriesInstanceUid></IdriReadMessage>");
    assertThatThrownBy(() -> Annotations.read(folder)).hasMessageContaining("holds no XML of LIDC");
    Files.writeString(
        folder.resolve("2.XML"),
        "<LidcReadMessage><SeriesInstanceUid>1.3</SeriesInstanceUid></LidcReadMessage>");

    assertThat(Annotations.read(folder).seriesUids()).containsExactly("1.3");

    Files.writeString(folder.resolve("3.xml"), "<LidcReadMessage><a>");
    Annotations read = Annotations.read(folder);
    assertThat(read.seriesUids()).containsExactly("1.3");
    assertThat(read.leftOut()).singleElement().asString().contains("3.xml");
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
