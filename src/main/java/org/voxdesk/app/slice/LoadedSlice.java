package org.voxdesk.app.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Geometry;

/// One frame of an image, read and ready to be drawn.
///
/// @param instance the image, edits included
/// @param pixels its values
/// @param transform from stored values to output units, Hounsfield units for CT
/// @param inverse whether small values are bright (MONOCHROME1)
/// @param windows the windows that the file proposes
/// @param place where the frame lies in the patient, as a stack of one slice; empty where the file
///   does not say
public record LoadedSlice(
    Instance instance,
    SlicePixels pixels,
    ModalityTransform transform,
    boolean inverse,
    List<NamedWindow> windows,
    Optional<Geometry> place) {
  /// A copy of the list is kept.
  public LoadedSlice {
    windows = List.copyOf(windows);
  }

  /// Whether a window and a colour map apply, which they do not to colour images.
  public boolean isGrey() {
    return !(pixels instanceof SlicePixels.Rgb);
  }

  /// Whether column `i` of row `j` is a pixel.
  public boolean contains(int i, int j) {
    return i >= 0 && j >= 0 && i < pixels.columns() && j < pixels.rows();
  }

  /// The value at column `i` of row `j` in output units; of a colour, its three parts as 0xRRGGBB.
  public double value(int i, int j) {
    int at = j * pixels.columns() + i;
    return switch (pixels) {
      case SlicePixels.Shorts s -> transform.apply(stored(s, at));
      case SlicePixels.Doubles s -> transform.apply(s.values()[at]);
      case SlicePixels.Rgb s -> s.values()[at] & 0xFFFFFF;
    };
  }

  /// The window from the smallest to the largest value.
  public Window fullRange() {
    return percentiles(0, 1);
  }

  /// The window between two shares of the values, such as 0.01 and 0.99.
  public Window percentiles(double low, double high) {
    return switch (pixels) {
      case SlicePixels.Shorts shorts -> percentiles(shorts, low, high);
      case SlicePixels.Doubles doubles -> percentiles(doubles, low, high);
      case SlicePixels.Rgb rgb -> new Window(127.5, 256);
    };
  }

  private Window percentiles(SlicePixels.Doubles doubles, double low, double high) {
    double[] sorted = Arrays.stream(doubles.values()).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new Window(0.5, 1);
    }
    double a = transform.apply(sorted[(int) Math.round(low * (sorted.length - 1))]);
    double b = transform.apply(sorted[(int) Math.round(high * (sorted.length - 1))]);
    return Window.between(Math.min(a, b), Math.max(a, b));
  }

  private Window percentiles(SlicePixels.Shorts shorts, double low, double high) {
    int[] counts = new int[1 << 16];
    int total = shorts.columns() * shorts.rows();
    for (int at = 0; at < total; at++) {
      counts[stored(shorts, at) + (shorts.signed() ? 1 << 15 : 0)]++;
    }
    int shift = shorts.signed() ? 1 << 15 : 0;
    double a = transform.apply(rank(counts, Math.round(low * (total - 1))) - shift);
    double b = transform.apply(rank(counts, Math.round(high * (total - 1))) - shift);
    return Window.between(Math.min(a, b), Math.max(a, b));
  }

  private static int rank(int[] counts, long rank) {
    long below = 0;
    for (int value = 0; value < counts.length; value++) {
      below += counts[value];
      if (below > rank) {
        return value;
      }
    }
    return counts.length - 1;
  }

  private static int stored(SlicePixels.Shorts shorts, int at) {
    short value = shorts.values()[at];
    return shorts.signed() ? value : Short.toUnsignedInt(value);
  }
}
