package org.voxdesk.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.dicom.Tag;

/// An instance with what it is grouped and sorted by, decoded once, while its data set is fresh in
/// the processor's cache.
///
/// @param patient tells patients apart: ID and issuer; without an ID name and birth date
/// @param study Study Instance UID
/// @param series Series Instance UID
/// @param number Instance Number, the greatest possible where there is none
/// @param position Image Position (Patient), if there is one
/// @param normal the unit normal of the image's plane, if it has one
/// @param traits what may tell it from other images of its series
record Listed(
    Instance instance,
    String patient,
    String study,
    String series,
    int number,
    Optional<double[]> position,
    Optional<double[]> normal,
    Traits traits) {
  static Listed of(Instance instance) {
    return new Listed(
        instance,
        patientKey(instance),
        instance.text(Tag.STUDY_INSTANCE_UID),
        instance.text(Tag.SERIES_INSTANCE_UID),
        instance.number().orElse(Integer.MAX_VALUE),
        instance.position(),
        instance.orientation().filter(Planes::isRightAngled).map(Planes::normal),
        Traits.of(instance));
  }

  private static String patientKey(Instance instance) {
    String id = instance.text(Tag.PATIENT_ID);
    return id.isEmpty()
        ? "\0" + instance.text(Tag.PATIENT_NAME) + "\0" + instance.text(Tag.PATIENT_BIRTH_DATE)
        : id + "\0" + instance.text(Tag.ISSUER_OF_PATIENT_ID);
  }

  /// In the order they are shown: along the normal of the first that has a place, what has none
  /// behind them; images at one place by Instance Number.
  static List<Instance> ordered(List<Listed> images) {
    Optional<double[]> normal =
        images.stream().filter(Listed::isPlaced).findFirst().flatMap(Listed::normal);
    Comparator<Listed> byNumber =
        Comparator.comparingInt(Listed::number).thenComparing(i -> i.instance().path());
    Stream<Listed> placed =
        images.stream()
            .filter(Listed::isPlaced)
            .map(image -> new Placed(image, normal.orElseThrow()))
            .sorted(
                Comparator.comparingDouble(Placed::height).thenComparing(Placed::image, byNumber))
            .map(Placed::image);
    Stream<Listed> others = images.stream().filter(i -> !i.isPlaced()).sorted(byNumber);
    return Stream.concat(placed, others).map(Listed::instance).toList();
  }

  boolean isPlaced() {
    return position.isPresent() && normal.isPresent();
  }

  /// An image and how far along a normal it lies, in millimetres.
  private record Placed(Listed image, double height) {
    Placed(Listed image, double[] normal) {
      this(image, Planes.height(image.position().orElseThrow(), normal));
    }
  }
}
