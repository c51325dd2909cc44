package org.voxdesk.app.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.study.Study;
import org.voxdesk.text.Sentence;

/// What the rows of the library say, edits included, in the window's language.
final class Labels {
  private static final int TOOLTIP_LINES = 12;

  private final Messages messages;
  private final UnaryOperator<Instance> current;
  private final Function<Series, GeometryReport> reports;

  /// @param current the version of an image with the edits
  /// @param reports what has been found out about the geometry; rows ask for it again and again
  Labels(
      Messages messages,
      UnaryOperator<Instance> current,
      Function<Series, GeometryReport> reports) {
    this.messages = messages;
    this.current = current;
    this.reports = reports;
  }

  /// What the row of a patient, study, series or image is called.
  String of(LibraryItem item) {
    return name(item, current);
  }

  /// What it was called before the edits that have changed that; empty where none has.
  Optional<String> before(LibraryItem item) {
    return Optional.of(name(item, UnaryOperator.identity())).filter(was -> !was.equals(of(item)));
  }

  /// Of the image that speaks for all below the row.
  private String name(LibraryItem item, UnaryOperator<Instance> version) {
    String text =
        switch (item) {
          case LibraryItem.Root root -> "";
          case LibraryItem.OfPatient p -> patient(version.apply(first(p.patient().studies())));
          case LibraryItem.OfStudy s -> study(version.apply(first(List.of(s.study()))));
          case LibraryItem.OfSeries s ->
              ReadableText.joined(" · ", part(s.shown()), series(version.apply(s.shown().first())));
          case LibraryItem.OfImage i -> image(version.apply(i.image()));
        };
    return text.isEmpty() ? messages.text("library.unnamed") : text;
  }

  private static Instance first(List<Study> studies) {
    return studies.getFirst().series().getFirst().first();
  }

  /// Name and ID, whichever there is.
  private static String patient(Instance image) {
    return ReadableText.joined(
        "  ", ReadableText.name(image.text(Tag.PATIENT_NAME)), image.text(Tag.PATIENT_ID));
  }

  /// Date and description.
  private static String study(Instance image) {
    return ReadableText.joined(
        "  ", ReadableText.date(image.text(Tag.STUDY_DATE)), image.text(Tag.STUDY_DESCRIPTION));
  }

  /// Number, modality and description.
  private static String series(Instance image) {
    return ReadableText.joined(
        "  ",
        image.text(Tag.SERIES_NUMBER),
        ReadableText.joined(" · ", image.text(Tag.MODALITY), image.text(Tag.SERIES_DESCRIPTION)));
  }

  private String part(Series series) {
    return series.part().stream()
        .map(word -> word.in(messages.locale()))
        .collect(Collectors.joining(", "));
  }

  /// How many images there are.
  String count(Series series) {
    return messages.text("library.images", series.instances().size());
  }

  /// Everything about a series that does not fit its row.
  String seriesTooltip(Series series) {
    GeometryReport report = reports.apply(series);
    Stream<String> geometry =
        Stream.concat(Stream.of(report.verdict()), report.remarks().stream().limit(TOOLTIP_LINES))
            .map(sentence -> sentence.in(messages.locale()));
    return Stream.concat(Stream.of(of(new LibraryItem.OfSeries(series)), count(series)), geometry)
        .collect(Collectors.joining("\n"));
  }

  /// How the images lie, in one line.
  String geometry(Series series) {
    return reports.apply(series).verdict().in(messages.locale());
  }

  /// How the images lie, a sentence for each thing worth knowing.
  List<String> remarks(Series series) {
    return reports.apply(series).remarks().stream().map(r -> r.in(messages.locale())).toList();
  }

  /// Number and position.
  private String image(Instance image) {
    String number = image.text(Tag.INSTANCE_NUMBER);
    String position =
        image
            .position()
            .map(p -> messages.text("library.position", ReadableText.millimetres(p[2])))
            .orElse(String.valueOf(image.path().getFileName()));
    return ReadableText.joined("   ", number, position);
  }

  /// How the images lie, in a few words.
  String verdict(Series series) {
    if (series.instances().size() < 2) {
      return "";
    }
    Optional<SliceStack> stack = reports.apply(series).stack();
    if (stack.isEmpty()) {
      return messages.text("library.noStack");
    }
    Stream<String> remarks =
        stack.get().findings().stream().flatMap(finding -> shortly(finding).stream()).distinct();
    Stream<String> others =
        stack.get().leftOut().isEmpty()
            ? Stream.empty()
            : Stream.of(messages.text("library.apart", stack.get().leftOut().size()));
    String text = Stream.concat(remarks, others).collect(Collectors.joining(", "));
    return text.isEmpty()
        ? stack
            .get()
            .usualStep()
            .map(step -> messages.text("library.even", ReadableText.millimetres(step)))
            .orElse("")
        : text;
  }

  /// A finding for a narrow row; none where it only matters to who looks closer.
  private Optional<String> shortly(Sentence finding) {
    return switch (finding.key()) {
      case "stack.gap", "stack.gap.one" -> Optional.of(messages.text("library.gap"));
      case "stack.step", "stack.uneven" -> Optional.of(messages.text("library.uneven"));
      case "stack.no.rescale" -> Optional.of(messages.text("library.noRescale"));
      case "stack.tilted" ->
          Optional.of(messages.text("library.tilted", finding.arguments().getFirst()));
      default -> Optional.empty();
    };
  }
}
