package org.voxdesk.app.library;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Patient;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.study.Study;
import org.voxdesk.text.Sentence;

/// What the rows of the library say, in the window's language.
final class Labels {
  private final Messages messages;

  Labels(Messages messages) {
    this.messages = messages;
  }

  /// Name and ID, whichever there is.
  String patient(Patient patient) {
    String text = ReadableText.joined("  ", ReadableText.name(patient.name()), patient.id());
    return text.isEmpty() ? messages.text("library.unnamed") : text;
  }

  /// Date and description.
  String study(Study study) {
    String text = ReadableText.joined("  ", ReadableText.date(study.date()), study.description());
    return text.isEmpty() ? messages.text("library.unnamed") : text;
  }

  /// Number, modality and description.
  String series(Series series) {
    String text =
        ReadableText.joined(
            "  ",
            series.number(),
            ReadableText.joined(" · ", series.modality(), series.description()));
    return text.isEmpty() ? messages.text("library.unnamed") : text;
  }

  /// How many images there are.
  String count(Series series) {
    return messages.text("library.images", series.instances().size());
  }

  /// Everything about a series that does not fit its row.
  String seriesTooltip(Series series) {
    return Stream.concat(Stream.of(series(series), count(series)), findings(series).stream())
        .collect(Collectors.joining("\n"));
  }

  /// Number and position.
  String image(Instance image) {
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
