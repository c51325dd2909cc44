package org.voxdesk.nodule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.LidcContour;
import org.voxdesk.volume.Lps;

/// A place that was marked as the centre of a cube.
///
/// @param id the same through all changes
/// @param number what it is called on the screen, from 1 in each series
/// @param seriesUid Series Instance UID of the series it was marked in
/// @param center in patient millimetres, LPS
/// @param diameterMm in millimetres; empty where nobody measured it
/// @param label what it is taken for; may be empty
/// @param note whatever the user wants to remember; may be empty
/// @param characteristics readers' ratings by name, of nodules read from LIDC
/// @param contours readers' outlines, of nodules read from LIDC
/// @param split what a list it was read from says that its series is for, such as `validation`;
///   empty where none does
/// @param exported the last export of its cube
public record Nodule(
    UUID id,
    int number,
    String seriesUid,
    Lps center,
    OptionalDouble diameterMm,
    String label,
    String note,
    Map<String, List<Integer>> characteristics,
    List<LidcContour> contours,
    String split,
    Optional<Exported> exported) {
  public Nodule {
    characteristics = Map.copyOf(characteristics);
    contours = List.copyOf(contours);
  }

  /// A new one, of which only the place is known.
  public static Nodule at(int number, String seriesUid, Lps center) {
    return of(number, Annotation.of(seriesUid, center, OptionalDouble.empty(), ""));
  }

  /// A new one, as somebody else has described it.
  public static Nodule of(int number, Annotation known) {
    return new Nodule(
        UUID.randomUUID(),
        number,
        known.seriesUid(),
        known.centre(),
        known.diameterMm(),
        known.label(),
        "",
        known.characteristics(),
        known.contours(),
        "",
        Optional.empty());
  }

  /// What files of annotations and datasets hold of it; the note is not among that.
  public Annotation annotation() {
    return new Annotation(seriesUid, center, diameterMm, label, characteristics, contours);
  }

  /// Whether the last export shows it where it is now.
  public boolean isExported() {
    return exported.filter(e -> e.center().equals(center)).isPresent();
  }

  public Nodule withCenter(Lps wanted) {
    return new Nodule(
        id,
        number,
        seriesUid,
        wanted,
        diameterMm,
        label,
        note,
        characteristics,
        contours,
        split,
        exported);
  }

  public Nodule withDiameter(OptionalDouble wanted) {
    return new Nodule(
        id,
        number,
        seriesUid,
        center,
        wanted,
        label,
        note,
        characteristics,
        contours,
        split,
        exported);
  }

  public Nodule withLabel(String wanted) {
    return new Nodule(
        id,
        number,
        seriesUid,
        center,
        diameterMm,
        wanted,
        note,
        characteristics,
        contours,
        split,
        exported);
  }

  public Nodule withNote(String wanted) {
    return new Nodule(
        id,
        number,
        seriesUid,
        center,
        diameterMm,
        label,
        wanted,
        characteristics,
        contours,
        split,
        exported);
  }

  Nodule withSplit(String wanted) {
    return new Nodule(
        id,
        number,
        seriesUid,
        center,
        diameterMm,
        label,
        note,
        characteristics,
        contours,
        wanted,
        exported);
  }

  Nodule withExported(Optional<Exported> last) {
    return new Nodule(
        id,
        number,
        seriesUid,
        center,
        diameterMm,
        label,
        note,
        characteristics,
        contours,
        split,
        last);
  }

  Nodule withNumber(int wanted) {
    return new Nodule(
        id,
        wanted,
        seriesUid,
        center,
        diameterMm,
        label,
        note,
        characteristics,
        contours,
        split,
        exported);
  }
}
