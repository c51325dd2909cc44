package org.voxdesk.app.cubes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.Identifiers;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Sampling;

/// How cubes are cut, shown and written; kept in the preferences. Used on the window's thread.
public final class CubeSettings {
  static final int LEAST_SIZE = 16;
  static final int MOST_SIZE = 128;
  static final double LEAST_MM = 0.5;
  static final double MOST_MM = 2;

  private static final String LINE = "\n";

  private final Preferences preferences;
  private final ObjectProperty<ResampleMode> mode;
  private final ObjectProperty<Integer> size;
  private final ObjectProperty<Double> mm;
  private final ObjectProperty<Sampling> sampling;
  private final ObjectProperty<Integer> fill;
  private final ObjectProperty<GreyWindow> window;
  private final ObjectProperty<Set<CubeFormat>> formats;
  private final ObjectProperty<Identifiers> identifiers;
  private final ObjectProperty<String> key;
  private final ObjectProperty<Double> validation;
  private final ObjectProperty<Double> duplicateMm;
  private final ObjectProperty<List<String>> labels;

  CubeSettings(Services services) {
    this.preferences = services.preferences();
    mode = kept("mode", ResampleMode.PHYSICAL, ResampleMode::valueOf, ResampleMode::name);
    size = kept("size", 64, text -> size(Integer.parseInt(text)), String::valueOf);
    mm = kept("mm", 1.0, text -> mm(Double.parseDouble(text)), String::valueOf);
    sampling = kept("sampling", Sampling.LINEAR, CubeSettings::sampling, CubeSettings::words);
    fill = kept("fill", CubeRequest.AIR, CubeSettings::fill, String::valueOf);
    window = kept("window", GreyWindow.CLASSIC, CubeSettings::window, CubeSettings::words);
    formats = kept("formats", usualFormats(), CubeSettings::formats, CubeSettings::words);
    identifiers =
        kept("identifiers", Identifiers.PSEUDONYMOUS, Identifiers::valueOf, Identifiers::name);
    // A secret is not for a file of preferences.
    key = new SimpleObjectProperty<>("");
    validation = kept("validation", 0.2, CubeSettings::share, String::valueOf);
    duplicateMm = kept("duplicates", 5.0, CubeSettings::radius, String::valueOf);
    labels =
        kept(
            "labels",
            List.of(services.text("cubes.labels.usual").split(LINE, -1)),
            text -> text.isEmpty() ? List.of() : List.of(text.split(LINE, -1)),
            list -> String.join(LINE, list));
  }

  private <T> ObjectProperty<T> kept(
      String name, T usual, Function<String, T> decode, Function<T, String> encode) {
    String preference = "cubes." + name;
    ObjectProperty<T> property =
        new SimpleObjectProperty<>(
            preferences.get(preference).flatMap(text -> decoded(text, decode)).orElse(usual));
    property.addListener((p, was, is) -> preferences.set(preference, encode.apply(is)));
    return property;
  }

  /// A file edited by hand may hold anything.
  private static <T> Optional<T> decoded(String text, Function<String, T> decode) {
    try {
      return Optional.of(decode.apply(text));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException noValue) {
      return Optional.empty();
    }
  }

  /// How the volume is resampled.
  public ObjectProperty<ResampleMode> modeProperty() {
    return mode;
  }

  /// Voxels along an edge of the cube, 16 to 128.
  public ObjectProperty<Integer> sizeProperty() {
    return size;
  }

  /// Millimetres from voxel to voxel, 0.5 to 2.
  public ObjectProperty<Double> mmProperty() {
    return mm;
  }

  /// How physical mode takes values between voxels.
  public ObjectProperty<Sampling> samplingProperty() {
    return sampling;
  }

  /// The value outside the scan, HU.
  public ObjectProperty<Integer> fillProperty() {
    return fill;
  }

  /// Black and white of the preview and of exported pictures.
  public ObjectProperty<GreyWindow> windowProperty() {
    return window;
  }

  /// What a cube is written as; at least one.
  public ObjectProperty<Set<CubeFormat>> formatsProperty() {
    return formats;
  }

  /// Whose names go into what is written.
  public ObjectProperty<Identifiers> identifiersProperty() {
    return identifiers;
  }

  /// A secret that goes into the codes of patients; forgotten with the window.
  public ObjectProperty<String> keyProperty() {
    return key;
  }

  /// The share of patients of a dataset that is for validation, 0 to 1.
  public ObjectProperty<Double> validationProperty() {
    return validation;
  }

  /// Nodules nearer to each other than this are pointed out.
  public ObjectProperty<Double> duplicateMmProperty() {
    return duplicateMm;
  }

  /// What nodules are called; the first nine have keys.
  public ObjectProperty<List<String>> labelsProperty() {
    return labels;
  }

  /// The cube around a point.
  CubeRequest request(CubePoint point) {
    return new CubeRequest(point, size.get(), grid());
  }

  GridRequest grid() {
    return new GridRequest(mode.get(), mm.get(), fill.get(), sampling.get());
  }

  /// Replacing nothing.
  CubeExport.Options options() {
    return CubeExport.Options.USUAL
        .withFormats(formats.get())
        .withWindow(window.get())
        .withIdentifiers(identifiers.get());
  }

  /// The size nearest to what was wanted.
  static int size(int wanted) {
    return Math.clamp(wanted, LEAST_SIZE, MOST_SIZE);
  }

  /// The spacing nearest to what was wanted.
  static double mm(double wanted) {
    return finite(Math.clamp(wanted, LEAST_MM, MOST_MM));
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("no number");
    }
    return number;
  }

  static int fill(String text) {
    return Math.clamp(Integer.parseInt(text), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  static double share(String text) {
    return Math.clamp(finite(Double.parseDouble(text)), 0, 1);
  }

  static double radius(String text) {
    return Math.clamp(finite(Double.parseDouble(text)), 0, 100);
  }

  private static Set<CubeFormat> usualFormats() {
    return EnumSet.of(CubeFormat.MOSAIC, CubeFormat.NPY);
  }

  private static Set<CubeFormat> formats(String text) {
    Set<CubeFormat> set = EnumSet.noneOf(CubeFormat.class);
    Arrays.stream(text.split(",", -1)).map(CubeFormat::valueOf).forEach(set::add);
    return set;
  }

  private static String words(Set<CubeFormat> formats) {
    return formats.stream().map(CubeFormat::name).collect(Collectors.joining(","));
  }

  private static Sampling sampling(String text) {
    String[] parts = text.split(",", -1);
    return new Sampling(
        Sampling.Kernel.valueOf(parts[0].toUpperCase(Locale.ROOT)), Boolean.parseBoolean(parts[1]));
  }

  private static String words(Sampling sampling) {
    return sampling.kernel().name() + "," + sampling.antiAlias();
  }

  private static GreyWindow window(String text) {
    String[] parts = text.split(",", -1);
    return new GreyWindow(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  private static String words(GreyWindow window) {
    return window.low() + "," + window.high();
  }
}
