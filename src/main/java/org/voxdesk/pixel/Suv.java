package org.voxdesk.pixel;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.PartialDateTime;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// From the output values of a PET image to standardised uptake values by body weight, in g/ml, as
/// far as its header allows: the vendor-neutral pseudo-code of QIBA's FDG-PET/CT profile.
///
/// With `BQML`: SUV = value · weight in g / dose that was left at the time that decay is corrected
/// to, dose · 2^(−t / half life). With `CNTS`: Philips' own factor, or its factor to Bq/ml. With
/// `GML`: the values are SUV already.
public sealed interface Suv {
  /// It can be told.
  ///
  /// @param factor SUV for each unit of the output of the [ModalityTransform]
  record Known(double factor) implements Suv {}

  /// It cannot.
  record Unknown(Sentence reason) implements Suv {}

  Tag UNITS = Tag.of(0x0054, 0x1001);
  Tag SUV_TYPE = Tag.of(0x0054, 0x1006);
  Tag CORRECTED_IMAGE = Tag.of(0x0028, 0x0051);
  Tag DECAY_CORRECTION = Tag.of(0x0054, 0x1102);
  Tag PATIENT_WEIGHT = Tag.of(0x0010, 0x1030);
  Tag RADIOPHARMACEUTICAL = Tag.of(0x0054, 0x0016);
  Tag TOTAL_DOSE = Tag.of(0x0018, 0x1074);
  Tag HALF_LIFE = Tag.of(0x0018, 0x1075);
  Tag START_TIME = Tag.of(0x0018, 0x1072);
  Tag START_DATE_TIME = Tag.of(0x0018, 0x1078);
  Tag FRAME_REFERENCE_TIME = Tag.of(0x0054, 0x1300);
  Tag FRAME_DURATION = Tag.of(0x0018, 0x1242);

  /// Whether `dataSet` is of a kind of image that SUV are asked of.
  static boolean isAsked(DataSet dataSet) {
    return dataSet.text(Tag.MODALITY).orElse("").equals("PT");
  }

  /// What an image's header says.
  static Suv of(DataSet dataSet) {
    List<String> corrected = dataSet.texts(CORRECTED_IMAGE);
    if (!corrected.contains("ATTN") || !corrected.contains("DECY")) {
      return new Unknown(Sentence.of("suv.not.corrected"));
    }
    String units = dataSet.text(UNITS).orElse("");
    return switch (units) {
      case "BQML" -> ofActivity(dataSet, 1);
      case "CNTS" -> ofCounts(dataSet);
      case "GML" -> ofSuv(dataSet);
      default -> new Unknown(Sentence.of("suv.units", units.isEmpty() ? "–" : units));
    };
  }

  private static Suv ofSuv(DataSet dataSet) {
    String type = dataSet.text(SUV_TYPE).orElse("");
    return type.isEmpty() || type.equals("BW")
        ? new Known(1)
        : new Unknown(Sentence.of("suv.type", type));
  }

  private static Suv ofCounts(DataSet dataSet) {
    OptionalDouble toSuv = positive(dataSet, philips(dataSet, 0x00));
    if (toSuv.isPresent()) {
      return new Known(toSuv.getAsDouble());
    }
    OptionalDouble toActivity = positive(dataSet, philips(dataSet, 0x09));
    return toActivity.isPresent()
        ? ofActivity(dataSet, toActivity.getAsDouble())
        : new Unknown(Sentence.of("suv.counts"));
  }

  /// @param activity Bq/ml for each unit of the output
  private static Suv ofActivity(DataSet dataSet, double activity) {
    OptionalDouble weight = positive(dataSet, Optional.of(PATIENT_WEIGHT));
    if (weight.isEmpty()) {
      return missing(PATIENT_WEIGHT);
    }
    List<DataSet> drugs = dataSet.items(RADIOPHARMACEUTICAL);
    if (drugs.size() != 1) {
      return new Unknown(Sentence.of("suv.drugs", drugs.size()));
    }
    OptionalDouble dose = positive(drugs.getFirst(), Optional.of(TOTAL_DOSE));
    if (dose.isEmpty()) {
      return missing(TOTAL_DOSE);
    }
    double grams = weight.getAsDouble() * 1000;
    String correction = dataSet.text(DECAY_CORRECTION).orElse("");
    return switch (correction) {
      case "ADMIN" -> new Known(activity * grams / dose.getAsDouble());
      case "START" -> decayed(dataSet, drugs.getFirst(), activity * grams / dose.getAsDouble());
      default -> new Unknown(Sentence.of("suv.decay", correction.isEmpty() ? "–" : correction));
    };
  }

  /// Decay is corrected to the start of the scan, when less of the dose was left than was given.
  private static Suv decayed(DataSet dataSet, DataSet drug, double factor) {
    OptionalDouble halfLife = positive(drug, Optional.of(HALF_LIFE));
    if (halfLife.isEmpty()) {
      return missing(HALF_LIFE);
    }
    Optional<LocalDateTime> scan = scanStart(dataSet, halfLife.getAsDouble());
    if (scan.isEmpty()) {
      return new Unknown(Sentence.of("suv.scan.start"));
    }
    Optional<LocalDateTime> injection = injection(drug, scan.get());
    if (injection.isEmpty()) {
      return new Unknown(Sentence.of("suv.injection"));
    }
    double seconds = seconds(Duration.between(injection.get(), scan.get()));
    return seconds < 0
        ? new Unknown(Sentence.of("suv.order"))
        : new Known(factor * Math.pow(2, seconds / halfLife.getAsDouble()));
  }

  /// When the scan began. The series' own time, unless that is after the image's: then the series
  /// was made later, and its images were taken from a scan whose start General Electric writes down
  /// and others let work out from the time of this image.
  private static Optional<LocalDateTime> scanStart(DataSet dataSet, double halfLife) {
    Optional<LocalDateTime> series = moment(dataSet, Tag.SERIES_DATE, Tag.SERIES_TIME);
    Optional<LocalDateTime> image = moment(dataSet, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
    if (series.isPresent() && image.isPresent() && !series.get().isAfter(image.get())) {
      return series;
    }
    Optional<LocalDateTime> written =
        privately(dataSet, 0x0009, "GEMS_PETD_01", 0x0d)
            .flatMap(dataSet::dateTime)
            .map(PartialDateTime::start);
    return written.or(() -> image.flatMap(at -> workedOut(dataSet, at, halfLife)));
  }

  /// Frame Reference Time counts from the start of the scan to when the image counted at its
  /// average rate, which for a frame of length T is ln(λT / (1 − e^(−λT))) / λ after its beginning.
  private static Optional<LocalDateTime> workedOut(
      DataSet dataSet, LocalDateTime image, double halfLife) {
    OptionalDouble reference = positive(dataSet, Optional.of(FRAME_REFERENCE_TIME));
    OptionalDouble duration = positive(dataSet, Optional.of(FRAME_DURATION));
    if (reference.isEmpty() || duration.isEmpty()) {
      return Optional.empty();
    }
    double constant = Math.log(2) / halfLife;
    double decay = constant * duration.getAsDouble() / 1000;
    double average = Math.log(decay / -Math.expm1(-decay)) / constant;
    double seconds = average - reference.getAsDouble() / 1000;
    return Optional.of(image.plusNanos(Math.round(seconds * 1e9)));
  }

  /// A time without a date is the last such time before the scan.
  private static Optional<LocalDateTime> injection(DataSet drug, LocalDateTime scan) {
    return drug.dateTime(START_DATE_TIME)
        .map(PartialDateTime::start)
        .or(
            () ->
                drug.time(START_TIME)
                    .map(time -> scan.toLocalDate().atTime(time.start()))
                    .map(at -> at.isAfter(scan) ? at.minusDays(1) : at));
  }

  private static Optional<LocalDateTime> moment(DataSet dataSet, Tag date, Tag time) {
    return dataSet
        .date(date)
        .flatMap(day -> dataSet.time(time).map(clock -> day.atTime(clock.start())));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  private static Unknown missing(Tag tag) {
    return new Unknown(Sentence.of("suv.missing", tag));
  }

  private static OptionalDouble positive(DataSet dataSet, Optional<Tag> tag) {
    OptionalDouble number = tag.isEmpty() ? OptionalDouble.empty() : dataSet.number(tag.get());
    return number.isPresent() && number.getAsDouble() > 0 && number.getAsDouble() < 1e300
        ? number
        : OptionalDouble.empty();
  }

  private static Optional<Tag> philips(DataSet dataSet, int element) {
    return privately(dataSet, 0x7053, "Philips PET Private Group", element);
  }

  /// The element of a private creator, in whichever block that has reserved (PS3.5 7.8.1).
  private static Optional<Tag> privately(DataSet dataSet, int group, String creator, int element) {
    OptionalInt block =
        IntStream.rangeClosed(0x10, 0xFF)
            .filter(b -> dataSet.text(Tag.of(group, b)).orElse("").strip().equals(creator))
            .findFirst();
    return block.isPresent()
        ? Optional.of(Tag.of(group, block.getAsInt() << 8 | element))
        : Optional.empty();
  }
}
