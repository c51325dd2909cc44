package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.library.LibraryViewModel;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.text.Sentence;

/// Series with something wrong in them: what can be shown is shown, what cannot is said in a
/// sentence, in the status bar or in the pane, and the rest goes on.
class BadInputTest {
  private static final int SLICES = 7;
  private static final int MIDDLE = 3;
  private static final Tag FLOAT_PIXELS = Tag.of(0x7fe0, 0x0008);

  @TempDir Path folder;

  /// What is wrong with a series.
  ///
  /// @param status words of the status bar
  /// @param middle words in the place of the middle image; empty where it is shown
  /// @param plane words in the place of the coronal plane; empty where it is shown
  /// @param over words over the pictures; empty where there is nothing to say
  record Case(String name, Damage damage, String status, String middle, String plane, String over) {
    private Case withOver(String words) {
      return new Case(name, damage, status, middle, plane, words);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// Makes slice k a bad one; empty where it is not there at all.
  interface Damage {
    Optional<DataSet> of(int k, DataSet good) throws Exception;
  }

  static Stream<Case> cases() {
    return Stream.of(
        row("mixed size", middle(BadInputTest::smaller), "images left out: 1", "", ""),
        row(
            "no position",
            all(without(Tag.IMAGE_POSITION_PATIENT)),
            "no position",
            "",
            "no position"),
        row(
            "one without a position",
            middle(without(Tag.IMAGE_POSITION_PATIENT)),
            "left out",
            "",
            ""),
        row(
            "no orientation",
            all(without(Tag.IMAGE_ORIENTATION_PATIENT)),
            "no orientation",
            "",
            "no orientation"),
        row(
            "zero spacing",
            all(with(Tag.PIXEL_SPACING, Vr.DS, "0\\0")),
            "not two positive numbers",
            "",
            "not two positive numbers"),
        row(
            "negative spacing",
            all(with(Tag.PIXEL_SPACING, Vr.DS, "-1\\1")),
            "not two positive numbers",
            "",
            "not two positive numbers"),
        row(
            "one slice",
            (k, good) -> k == MIDDLE ? Optional.of(good) : Optional.empty(),
            "single",
            "",
            ""),
        row(
            "corrupt slice",
            middle(with(Tag.BITS_STORED, Vr.US, "40")),
            "1 image cannot be read.",
            "contradict",
            ""),
        row("slope 0", all(with(Tag.RESCALE_SLOPE, Vr.DS, "0")), "slope", "slope is 0", "slope"),
        row("slope absent", all(without(Tag.RESCALE_SLOPE)), "no rescale slope", "", ""),
        row("NaN", all(BadInputTest::notNumbers), "", "", "").withOver("are no numbers"),
        row("window of no width", all(window("0")), "", "", "").withOver("width “0”"),
        row("window of negative width", all(window("-100")), "", "", "").withOver("width “-100”"),
        row("endless window", all(window("1e300")), "", "", "").withOver("width “1e300”"),
        row("window that is no number", all(BadInputTest::wide), "", "", "")
            .withOver("width “wide”"),
        row(
            "headers of 65,535 × 65,535",
            all(good -> good.with(Tag.ROWS, Vr.US, "65535").with(Tag.COLUMNS, Vr.US, "65535")),
            "",
            "too big",
            "too big"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isSaidAndTheRestGoesOn(Case wrong) throws Exception {
    Path images = Files.createDirectory(folder.resolve("images"));
    int written = 0;
    for (int k = 0; k < SLICES; k++) {
      DicomFile good = SmallSeries.slice(k);
      Optional<DataSet> bad = wrong.damage().of(k, good.dataSet());
      if (bad.isPresent()) {
        written++;
        DicomWriter.save(
            good.withDataSet(bad.get()), images.resolve("slice" + k), AtomicFile.Existing.REFUSE);
      }
    }
    Services services = TestServices.synchronous(folder.resolve("settings"));
    AppModel app = new AppModel(services);
    new LibraryViewModel(app);
    ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);
    viewer.panes().forEach(pane -> pane.resize(200, 200, 1));
    app.session().open(List.of(images));
    services.commands().run(Command.LAYOUT_FOUR);
    assertThat(app.session().libraryProperty().get().instances()).hasSize(written);
    assertThat(app.geometryProperty().get()).contains(wrong.status());

    PaneViewModel acquired = viewer.panes().getFirst();
    List<String> told = new ArrayList<>();
    for (int at = 0; at < acquired.navigation().slices().size(); at++) {
      acquired.navigation().go(at);
      boolean shown =
          acquired.pictureProperty().get().isPresent()
              && acquired.problemProperty().get().isEmpty();
      assertThat(shown || acquired.problemProperty().get().isPresent()).isTrue();
      acquired.problemProperty().get().ifPresent(told::add);
    }
    if (wrong.middle().isEmpty()) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told).isNotEmpty().allMatch(words -> words.contains(wrong.middle()));
    }
    String over =
        acquired.pictureProperty().get().stream()
            .flatMap(picture -> picture.slice().faults().stream())
            .map(services::reason)
            .collect(Collectors.joining(" "));
    if (wrong.over().isEmpty()) {
      assertThat(over).isEmpty();
    } else {
      assertThat(over).contains(wrong.over());
    }
    PaneViewModel coronal = viewer.panes().get(1);
    if (!wrong.middle().isEmpty() && wrong.plane().isEmpty()) {
      assertThat(coronal.pictureProperty().get().orElseThrow().slice().faults())
          .containsExactly(Sentence.of("volume.missing", 1));
    }
    if (wrong.plane().isEmpty()) {
      assertThat(coronal.problemProperty().get()).isEmpty();
      assertThat(coronal.pictureProperty().get()).isPresent();
    } else {
      assertThat(coronal.problemProperty().get().orElseThrow()).contains(wrong.plane());
    }
  }

  private static Case row(String name, Damage damage, String status, String middle, String plane) {
    return new Case(name, damage, status, middle, plane, "");
  }

  /// Does something to a data set.
  private interface Change {
    DataSet of(DataSet good) throws Exception;
  }

  private static Damage all(Change change) {
    return (k, good) -> Optional.of(change.of(good));
  }

  private static Damage middle(Change change) {
    return (k, good) -> Optional.of(k == MIDDLE ? change.of(good) : good);
  }

  private static Change without(Tag tag) {
    return good -> good.without(tag);
  }

  private static Change with(Tag tag, Vr vr, String value) {
    return good -> good.with(tag, vr, value);
  }

  private static Change window(String width) {
    return good -> good.with(Tag.WINDOW_CENTER, Vr.DS, "40").with(Tag.WINDOW_WIDTH, Vr.DS, width);
  }

  private static DataSet wide(DataSet good) throws Exception {
    return good.with(Tag.WINDOW_CENTER, Vr.DS, "40")
        .with(
            DataElement.of(
                Tag.WINDOW_WIDTH,
                Vr.DS,
                Encoding.EXPLICIT_LITTLE.order(),
                new Value.Bytes("wide".getBytes(StandardCharsets.US_ASCII))));
  }

  private static DataSet smaller(DataSet good) throws Exception {
    int size = SmallSeries.SIZE / 2;
    return good.with(Tag.ROWS, Vr.US, Integer.toString(size))
        .with(Tag.COLUMNS, Vr.US, Integer.toString(size))
        .with(
            DataElement.of(
                Tag.PIXEL_DATA,
                Vr.OW,
                Encoding.EXPLICIT_LITTLE.order(),
                new Value.Bytes(new byte[2 * size * size])));
  }

  private static DataSet notNumbers(DataSet good) throws Exception {
    ByteBuffer pixels =
        ByteBuffer.allocate(4 * SmallSeries.SIZE * SmallSeries.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    while (pixels.hasRemaining()) {
      pixels.putFloat(pixels.position() % 3 == 0 ? Float.NaN : pixels.position() / 100f);
    }
    return good.without(Tag.PIXEL_DATA)
        .with(Tag.BITS_ALLOCATED, Vr.US, "32")
        .without(Tag.BITS_STORED)
        .without(Tag.HIGH_BIT)
        .without(Tag.PIXEL_REPRESENTATION)
        .with(
            DataElement.of(
                FLOAT_PIXELS,
                Vr.OF,
                Encoding.EXPLICIT_LITTLE.order(),
                new Value.Bytes(pixels.array())));
  }
}
