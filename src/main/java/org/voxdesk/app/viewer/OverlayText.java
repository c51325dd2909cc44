package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.PlaneCut;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.pixel.LossyCompression;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.study.Instance;
import org.voxdesk.study.SliceStack;
import org.voxdesk.study.Source;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.PlaneGrid;
import org.voxdesk.volume.Slab;

/// The text in the corners of the picture, each line where viewers' users look for it.
///
/// @param topLeft patient, study and series
/// @param topRight which slice, where it lies and how big its pixels are
/// @param bottomLeft window, zoom and colours
/// @param bottomRight what is unusual about the picture
record OverlayText(
    List<String> topLeft,
    List<String> topRight,
    List<String> bottomLeft,
    List<String> bottomRight) {
  private static final TagPath PIXELS = TagPath.of(Tag.PIXEL_DATA);

  /// The cosine between a plane's normal and an axis that it is taken to be across.
  private static final double ACROSS = 0.9999;

  private static final List<String> AXES = List.of("x", "y", "z");

  /// Which slice of which stack it is.
  ///
  /// @param number counted from 1
  /// @param count how many slices there are
  /// @param nameKey the key of the stack's name in the messages
  record Place(int number, int count, String nameKey) {}

  /// The text for an image that cannot be drawn.
  static OverlayText ofUnreadable(Instance image, Place place) {
    return new OverlayText(
        filled(patient(image)),
        List.of(place.number() + " / " + place.count()),
        List.of(),
        List.of());
  }

  /// The text for a picture.
  ///
  /// @param original the image as it was read, to tell what has been edited
  static OverlayText of(Picture picture, Place place, Instance original, Services services) {
    LoadedSlice slice = picture.slice();
    return new OverlayText(
        filled(patient(slice.instance())),
        filled(slice.cut().isPresent() ? plane(slice, place, services) : geometry(slice, place)),
        filled(display(picture, services)),
        filled(badges(picture, original, services)));
  }

  /// The key of a colour map's name in the messages.
  static String nameKey(ColorMap map) {
    return switch (map) {
      case GREY -> "map.grey";
      case INVERTED_GREY -> "map.invertedGrey";
      case BONE -> "map.bone";
      case HOT -> "map.hot";
      case HOT_IRON -> "map.hotIron";
      case PET -> "map.pet";
      case JET -> "map.jet";
      case VIRIDIS -> "map.viridis";
      case INFERNO -> "map.inferno";
      case COOL -> "map.cool";
      case RAINBOW -> "map.rainbow";
    };
  }

  private static Stream<String> patient(Instance image) {
    return Stream.of(
        ReadableText.joined(
            "  ", ReadableText.name(image.text(Tag.PATIENT_NAME)), image.text(Tag.PATIENT_ID)),
        ReadableText.joined(
            "  ",
            ReadableText.date(image.text(Tag.PATIENT_BIRTH_DATE)),
            image.text(Tag.PATIENT_SEX),
            image.text(Tag.PATIENT_AGE)),
        ReadableText.joined(
            "  ", ReadableText.date(image.text(Tag.STUDY_DATE)), image.text(Tag.STUDY_DESCRIPTION)),
        ReadableText.joined(
            "  ",
            image.text(Tag.SERIES_NUMBER),
            image.text(Tag.MODALITY),
            image.text(Tag.SERIES_DESCRIPTION)));
  }

  private static Stream<String> geometry(LoadedSlice slice, Place place) {
    Instance image = slice.described();
    String position = placed(image).map(p -> along(image, p)).orElse("");
    String thickness =
        image.dataSet().number(Tag.SLICE_THICKNESS).stream()
            .mapToObj(mm -> ReadableText.millimetres(mm) + " mm")
            .collect(Collectors.joining());
    String pixel =
        image
            .pixelSpacing()
            .map(
                s ->
                    ReadableText.millimetres(s[1]) + " × " + ReadableText.millimetres(s[0]) + " mm")
            .orElse("");
    return Stream.of(
        place.number() + " / " + place.count(),
        ReadableText.joined(" · ", position, thickness),
        pixel);
  }

  /// Where an image lies along the axis of the patient that its stack runs along most.
  private static String along(Instance image, double[] p) {
    double[] n = image.orientation().map(SliceStack::normal).orElse(new double[] {0, 0, 1});
    int axis = 2;
    for (int other = 1; other >= 0; other--) {
      if (Math.abs(n[other]) > Math.abs(n[axis])) {
        axis = other;
      }
    }
    return AXES.get(axis) + " " + ReadableText.millimetres(p[axis]) + " mm";
  }

  /// Pictures that are no DICOM have a place only for the sake of arithmetic.
  private static Optional<double[]> placed(Instance image) {
    return image.source() == Source.PICTURE ? Optional.empty() : image.position();
  }

  private static Stream<String> plane(LoadedSlice slice, Place place, Services services) {
    PlaneCut cut = slice.cut().orElseThrow();
    String slab =
        cut.slab().mm() > 0
            ? services.text(
                "overlay.slab",
                ReadableText.millimetres(cut.slab().mm()),
                kind(cut.slab(), services))
            : "";
    return Stream.of(
        place.number() + " / " + place.count(),
        services.text(place.nameKey()),
        slab,
        ReadableText.joined(
            " · ",
            placed(slice.instance()).map(p -> height(cut.grid())).orElse(""),
            ReadableText.millimetres(cut.grid().mm()) + " mm"));
  }

  /// Where a plane across one of the patient's axes cuts it; nothing for any other plane.
  private static String height(PlaneGrid grid) {
    Lps at = grid.lps(0, 0);
    Lps normal = grid.normal();
    if (Math.abs(normal.z()) > ACROSS) {
      return "z " + ReadableText.millimetres(at.z()) + " mm";
    }
    if (Math.abs(normal.y()) > ACROSS) {
      return "y " + ReadableText.millimetres(at.y()) + " mm";
    }
    return Math.abs(normal.x()) > ACROSS ? "x " + ReadableText.millimetres(at.x()) + " mm" : "";
  }

  private static String kind(Slab slab, Services services) {
    return services.text(slabKey(slab.kind()));
  }

  /// The key of the name of what is made of a slab's values.
  static String slabKey(Slab.Kind kind) {
    return switch (kind) {
      case MEAN -> "slab.mean";
      case MAXIMUM -> "slab.maximum";
      case MINIMUM -> "slab.minimum";
    };
  }

  private static Stream<String> display(Picture picture, Services services) {
    ViewState state = picture.state();
    String zoom =
        services.text(
            "overlay.zoom",
            ReadableText.count(Math.round(picture.transform().scaleX() * picture.density() * 100)));
    if (!picture.slice().isGrey()) {
      return Stream.of(zoom);
    }
    return Stream.of(window(picture, services), zoom, services.text(nameKey(state.colorMap())));
  }

  /// Width and level and a function other than the linear ones, or the name of a table.
  private static String window(Picture picture, Services services) {
    Window window = picture.state().window();
    if (window.lut().isPresent()) {
      String explanation = window.lut().get().explanation();
      return explanation.isEmpty()
          ? services.text("window.lut")
          : services.text("overlay.lut", explanation);
    }
    String numbers =
        "W " + NamedWindow.number(window.width()) + "  L " + NamedWindow.number(window.center());
    return window.function() == VoiFunction.SIGMOID
        ? numbers + "  " + services.text("overlay.sigmoid")
        : numbers;
  }

  private static Stream<String> badges(Picture picture, Instance original, Services services) {
    List<String> badges = new ArrayList<>();
    DataSet now = picture.slice().instance().dataSet();
    List<Difference> differences =
        Differences.between(original.file(), picture.slice().instance().file());
    if (differences.stream().anyMatch(each -> each.path().equals(PIXELS))) {
      badges.add(services.text("badge.pixels"));
    } else if (!differences.isEmpty()) {
      badges.add(services.text("badge.edited"));
    }
    if (picture.state().inverted()) {
      badges.add(services.text("badge.inverted"));
    }
    LossyCompression.of(now, picture.slice().instance().transferSyntax())
        .ifPresent(loss -> badges.add(lossy(loss, services)));
    picture.slice().faults().forEach(fault -> badges.add(services.reason(fault)));
    return badges.stream();
  }

  private static String lossy(LossyCompression loss, Services services) {
    return loss.ratios().isEmpty()
        ? services.text("badge.lossy")
        : services.text(
            "badge.lossy.ratio",
            loss.ratios().stream().map(OverlayText::ratio).collect(Collectors.joining(", ")));
  }

  /// As short as can be read; what is no number, as it is.
  private static String ratio(String value) {
    try {
      return NamedWindow.number(Double.parseDouble(value.strip()));
    } catch (NumberFormatException notANumber) {
      return value;
    }
  }

  private static List<String> filled(Stream<String> lines) {
    return lines.filter(line -> !line.isEmpty()).toList();
  }
}
