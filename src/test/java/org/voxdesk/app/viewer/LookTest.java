package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.Interpolation;
import org.voxdesk.render.Window;

/// What the viewer makes of tables, palettes and overlays of a file.
final class LookTest {
  private static final Encoding LITTLE = Encoding.EXPLICIT_LITTLE;
  private static final Tag VOI_LUTS = Tag.of(0x0028, 0x3010);
  private static final Tag EXPLANATION = Tag.of(0x0028, 0x3003);

  @TempDir private Path folder;

  private final Services services = TestServices.synchronous(Path.of("unused"));
  private final AppModel app = new AppModel(services);
  private final ViewerViewModel viewer = new ViewerViewModel(app, Runnable::run);
  private final PointerViewModel pointer = new PointerViewModel(viewer.active());

  @Test
  void aTableIsTheInitialViewUntilTheWindowIsDragged() throws Exception {
    DataSet lut = Images.lut(400, 0, 8, new int[400]).with(EXPLANATION, Vr.LO, "BONE VIEW");
    open(grey().with(Images.sequence(VOI_LUTS, lut)));
    assertThat(window().lut()).isPresent();
    assertThat(text()).contains("LUT BONE VIEW");
    assertThat(choices()).startsWith("BONE VIEW");
    pointer.drag(10, 0);
    assertThat(window()).isEqualTo(new Window(200, 410));
    assertThat(text()).contains("W 410  L 200");
    services.commands().run(Command.WINDOW_FILE);
    assertThat(window().lut()).isPresent();
  }

  @Test
  void whereAnImageLiesIsToldAlongTheAxisThatItsStackRunsAlong() throws Exception {
    DataSet placed = grey().with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "-12.5\\7\\140");
    open(placed);
    assertThat(overlay().topRight().get(1)).startsWith("z 140 mm");
    open(placed.with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "0\\1\\0\\0\\0\\-1"));
    assertThat(overlay().topRight().get(1)).startsWith("x −12.5 mm");
    open(placed.with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\0.6\\-0.8"));
    assertThat(overlay().topRight().get(1)).startsWith("y 7 mm");
  }

  @Test
  void aWindowOfTheFileComesBeforeItsTables() throws Exception {
    open(
        grey()
            .with(Tag.WINDOW_CENTER, Vr.DS, "300")
            .with(Tag.WINDOW_WIDTH, Vr.DS, "0.5")
            .with(Tag.of(0x0028, 0x1056), Vr.CS, "SIGMOID")
            .with(Images.sequence(VOI_LUTS, Images.lut(2, 0, 8, 1, 2), Images.lut(9, 0, 8))));
    assertThat(window()).isEqualTo(new Window(300, 0.5, VoiFunction.SIGMOID));
    assertThat(text()).contains("W 0.5  L 300  sigmoid");
    assertThat(choices()).startsWith("window.file", "window.lut");
    assertThat(text()).anyMatch(line -> line.contains("has 0 bytes where 9 are needed"));
    pointer.drag(-10_000, 0);
    assertThat(window().width()).isPositive();
    assertThat(window().function()).isEqualTo(VoiFunction.SIGMOID);
  }

  @Test
  void aPaletteIsShownInItsColoursAndTheProbeTellsTheIndex() throws Exception {
    byte[] indices = {0, 1, 2, 3};
    DataSet palette =
        Images.image(LITTLE, new Layout(2, 2, 8, 8, 7, false), Vr.OB, indices)
            .with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "PALETTE COLOR");
    for (int channel = 0; channel < 3; channel++) {
      palette =
          palette
              .with(Images.words(Tag.of(0x0028, 0x1101 + channel), Vr.US, LITTLE, 4, 0, 16))
              .with(
                  Images.words(
                      Tag.of(0x0028, 0x1201 + channel),
                      Vr.OW,
                      LITTLE,
                      0,
                      0x4000 << (channel == 0 ? 1 : 0),
                      0x2000,
                      0xFFFF));
    }
    open(palette);
    viewer.change(s -> s.withInterpolation(Interpolation.NEAREST));
    double[] at = picture().screen(1, 0);
    pointer.moved(at[0], at[1]);
    assertThat(pointer.probeProperty().get()).isEqualTo("1  #804040");
    assertThat(picture().image().argb((int) at[0], (int) at[1])).isEqualTo(0xFF804040);
    assertThat(services.commands().availableProperty(Command.INVERT).get()).isFalse();
    assertThat(text()).noneMatch(line -> line.startsWith("W "));
  }

  @Test
  void overlaysAreDrawnUntilTheyAreTurnedOff() throws Exception {
    open(
        grey()
            .with(Tag.of(0x6000, 0x0010), Vr.US, "1")
            .with(Tag.of(0x6000, 0x0011), Vr.US, "1")
            .with(Tag.of(0x6000, 0x0050), Vr.SS, "1\\2")
            .with(Images.words(Tag.of(0x6000, 0x3000), Vr.OW, LITTLE, 1)));
    assertThat(argb(1, 0)).isEqualTo(0xFFFFFFFF);
    services.commands().run(Command.ROTATE_RIGHT);
    services.commands().run(Command.FLIP_VERTICAL);
    assertThat(argb(1, 0)).isEqualTo(0xFFFFFFFF);
    services.commands().run(Command.OVERLAY_PLANES);
    assertThat(argb(1, 0)).isNotEqualTo(0xFFFFFFFF);
    services.commands().run(Command.OVERLAY_PLANES);
    assertThat(argb(1, 0)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void anOverlayThatMakesNoSenseIsLeftOutAndSaidSo() throws Exception {
    open(grey().with(Tag.of(0x6000, 0x0010), Vr.US, "1"));
    assertThat(text()).anyMatch(line -> line.contains("(6000,0011) is 0"));
  }

  @Test
  void lossIsABadgeWithItsRatio() throws Exception {
    Tag lossy = Tag.of(0x0028, 0x2110);
    open(grey().with(lossy, Vr.CS, "00"));
    assertThat(text()).noneMatch(line -> line.contains("lossy"));
    open(grey().with(lossy, Vr.CS, "01").with(Tag.of(0x0028, 0x2112), Vr.DS, "13.9"));
    assertThat(text()).contains("lossy 13.9 : 1");
  }

  /// Stored 0, 100, 200 and 300 mean 5, 5, 5 and 9.
  @Test
  void aRangeOfStoredValuesTintsExactlyThem() throws Exception {
    int[] entries = new int[301];
    Arrays.fill(entries, 0, 300, 5);
    entries[300] = 9;
    open(grey().with(Images.sequence(Tag.of(0x0028, 0x3000), Images.lut(301, 0, 16, entries))));
    viewer.threshold().highProperty().set(6);
    assertThat(viewer.threshold().count()).isEqualTo(3);
    viewer.threshold().unitsProperty().set(Units.STORED);
    viewer.threshold().highProperty().set(150);
    assertThat(viewer.threshold().count()).isEqualTo(2);
    double[] at = picture().screen(1, 1);
    pointer.moved(at[0], at[1]);
    assertThat(pointer.probeProperty().get()).isEqualTo("9");
  }

  /// Stored 0 to 300 mean up to 30000, more than the sliders of a CT begin with.
  @Test
  void theSlidersReachOverTheSliceOnceTheToolIsInHand() throws Exception {
    open(grey().with(Tag.RESCALE_SLOPE, Vr.DS, "100").with(Tag.RESCALE_INTERCEPT, Vr.DS, "0"));
    viewer.toolProperty().set(Tool.THRESHOLD);
    assertThat(viewer.threshold().mostProperty().get()).isGreaterThanOrEqualTo(30_000);
    open(grey().with(Tag.RESCALE_SLOPE, Vr.DS, "200").with(Tag.RESCALE_INTERCEPT, Vr.DS, "0"));
    assertThat(viewer.threshold().mostProperty().get()).isGreaterThanOrEqualTo(60_000);
  }

  @Test
  void numbersAreAsShortAsCanBeRead() {
    assertThat(
            Stream.of(40.0, -1024.5, 0.001234567, 1.25, 0.0, -0.5, 1e-7, 123.456, 1e6)
                .map(NamedWindow::number))
        .containsExactly(
            "40", "−1024.5", "0.00123", "1.25", "0", "−0.5", "1E−7", "123.5", "1000000");
  }

  /// Two rows of two: 0, 100, 200 and 300.
  private static DataSet grey() throws Exception {
    return Images.slice(0, 1, 2, 2, (short) 0, (short) 100, (short) 200, (short) 300);
  }

  private void open(DataSet dataSet) throws Exception {
    Path file = Images.write(folder.resolve("image"), dataSet);
    viewer.panes().getFirst().resize(100, 100, 1);
    app.session().open(List.of(file));
    assertThat(viewer.problemProperty().getValue()).isEmpty();
  }

  private List<String> choices() {
    return viewer.active().windowsProperty().getValue().stream()
        .map(named -> named.nameKey().orElse(named.explanation()))
        .toList();
  }

  private List<String> text() {
    OverlayText text = overlay();
    return Stream.of(text.bottomLeft(), text.bottomRight()).flatMap(List::stream).toList();
  }

  private OverlayText overlay() {
    Picture picture = picture();
    return OverlayText.of(
        picture,
        new OverlayText.Place(1, 1, "plane.acquired"),
        picture.slice().instance(),
        services);
  }

  private Window window() {
    return viewer.stateProperty().getValue().window();
  }

  private int argb(int i, int j) {
    double[] at = picture().screen(i, j);
    return picture().image().argb((int) at[0], (int) at[1]);
  }

  private Picture picture() {
    return viewer.pictureProperty().getValue().orElseThrow();
  }
}
