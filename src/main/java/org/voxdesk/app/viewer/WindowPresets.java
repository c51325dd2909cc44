package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.Window;
import org.voxdesk.render.WindowPreset;

/// The windows that are usual for each modality, as the user has changed them.
final class WindowPresets {
  private static final String PREFERENCE = "viewer.presets.";
  private static final String PET = "PT";
  private static final String BETWEEN_PRESETS = "\n";
  private static final String BETWEEN_PARTS = "\t";

  private final Preferences preferences;

  WindowPresets(Preferences preferences) {
    this.preferences = preferences;
  }

  /// What can be chosen for a slice: the file's own windows, what is usual for the modality, and
  /// where that is nothing the middle 98 % of the values.
  List<NamedWindow> choices(LoadedSlice slice) {
    if (!slice.isGrey()) {
      return List.of();
    }
    String modality = slice.instance().text(Tag.MODALITY);
    // The windows of PET are of uptake, which not every image allows.
    boolean known = !modality.equals(PET) || slice.isUptake();
    List<NamedWindow> usual = known ? of(modality) : List.of();
    return Stream.of(
            slice.windows().stream(),
            usual.stream(),
            modality.equals("CT")
                ? Stream.<NamedWindow>empty()
                : Stream.of(NamedWindow.ofPercentiles(slice.percentiles(0.01, 0.99))))
        .flatMap(windows -> windows)
        .toList();
  }

  /// The windows of a modality.
  List<NamedWindow> of(String modality) {
    return preferences
        .get(PREFERENCE + modality)
        .map(text -> decode(text, function(modality)))
        .orElseGet(() -> usual(modality));
  }

  /// What a modality's windows are before anybody changes them.
  static List<NamedWindow> usual(String modality) {
    return switch (modality) {
      case "CT" -> Arrays.stream(WindowPreset.values()).map(NamedWindow::of).toList();
      case PET ->
          IntStream.of(5, 10, 15, 20)
              .mapToObj(most -> NamedWindow.ofUser("SUV 0–" + most, Window.exactlyBetween(0, most)))
              .toList();
      default -> List.of();
    };
  }

  /// Replaces the windows of a modality.
  void set(String modality, List<NamedWindow> windows) {
    preferences.set(PREFERENCE + modality, encode(windows));
  }

  /// Goes back to the usual windows of a modality.
  void reset(String modality) {
    preferences.remove(PREFERENCE + modality);
  }

  /// How brightness grows across a modality's windows: uptake has no whole numbers, for which the
  /// linear function is made.
  static VoiFunction function(String modality) {
    return modality.equals(PET) ? VoiFunction.LINEAR_EXACT : VoiFunction.LINEAR;
  }

  private static String encode(List<NamedWindow> windows) {
    return windows.stream()
        .map(
            named ->
                String.join(
                    BETWEEN_PARTS,
                    named.explanation().replaceAll("[\n\t]", " "),
                    String.valueOf(named.window().width()),
                    String.valueOf(named.window().center())))
        .collect(Collectors.joining(BETWEEN_PRESETS));
  }

  /// Lines that make no sense, which a file edited by hand may have, are passed over.
  private static List<NamedWindow> decode(String text, VoiFunction function) {
    List<NamedWindow> windows = new ArrayList<>();
    for (String line : text.split(BETWEEN_PRESETS, -1)) {
      String[] parts = line.split(BETWEEN_PARTS, -1);
      if (parts.length == 3) {
        window(parts[1], parts[2], function)
            .ifPresent(window -> windows.add(NamedWindow.ofUser(parts[0], window)));
      }
    }
    return windows;
  }

  private static Optional<Window> window(String width, String center, VoiFunction function) {
    try {
      return Optional.of(
          new Window(Double.parseDouble(center), Double.parseDouble(width), function));
    } catch (IllegalArgumentException noWindow) {
      return Optional.empty();
    }
  }
}
