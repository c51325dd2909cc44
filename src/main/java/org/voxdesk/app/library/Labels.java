package org.voxdesk.app.library;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.study.Study;
import org.voxdesk.text.Sentence;

/// What the rows of the library say, edits included, in the window's language.
final class Labels {
  private final Messages messages;
  private final UnaryOperator<Instance> current;

  /// @param current the version of an image with the edits
  Labels(Messages messages, UnaryOperator<Instance> current) {
    this.messages = messages;
    this.current = current;
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
          case LibraryItem.OfSeries s -> series(version.apply(s.shown().first()));
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

  /// How many images there are.
  String count(Series series) {
    return messages.text("library.images", series.instances().size());
  }

  /// Everything about a series that does not fit its row.
  String seriesTooltip(Series series) {
    String name = of(new LibraryItem.OfSeries(series));
    return Stream.concat(Stream.of(name, count(series)), findings(series).stream())
        .collect(Collectors.joining("\n"));
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
    try {
      SliceStack stack = SliceStack.of(series);
      Stream<String> remarks = stack.findings().stream().map(this::shortly).distinct();
      Stream<String> others =
          stack.leftOut().isEmpty()
              ? Stream.empty()
              : Stream.of(messages.text("library.apart", stack.leftOut().size()));
      String text = Stream.concat(remarks, others).collect(Collectors.joining(", "));
      return text.isEmpty()
          ? stack
              .usualStep()
              .map(step -> messages.text("library.even", ReadableText.millimetres(step)))
              .orElse("")
          : text;
    } catch (DicomException noStack) {
      return messages.text("library.noStack");
    }
  }

  private List<String> findings(Series series) {
    try {
      SliceStack stack = SliceStack.of(series);
      return Stream.concat(
              stack.findings().stream(), stack.leftOut().stream().map(out -> out.reason()))
          .map(sentence -> sentence.in(messages.locale()))
          .limit(12)
          .toList();
    } catch (DicomException noStack) {
      return List.of(noStack.sentence().in(messages.locale()));
    }
  }

  private String shortly(Sentence finding) {
    return switch (finding.key()) {
      case "stack.gap" -> messages.text("library.gap");
      case "stack.uneven" -> messages.text("library.uneven");
      case "stack.tilted" -> messages.text("library.tilted", finding.arguments().getFirst());
      default -> finding.in(messages.locale());
    };
  }
}
