package org.voxdesk.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SourceMask;

/// Makes nodules of what the readers of LIDC outlined.
///
/// A reading's centre is the centre of gravity of its outlines, weighted by their areas; its volume
/// is their area times the slice spacing, and its diameter that of the ball of this volume.
/// Readings whose centres are nearer to each other than the larger of their radii (and of 2 mm) are
/// one nodule, no reader twice; its centre and diameter are the means over the readers.
public final class LidcNodules {
  private static final double NEAR_MM = 2;

  private final Geometry geometry;
  private final Map<String, Integer> slices;

  /// @param sopInstanceUids of the slices, in the geometry's order
  public LidcNodules(Geometry geometry, List<String> sopInstanceUids) {
    this.geometry = geometry;
    this.slices = new LinkedHashMap<>();
    for (int k = 0; k < sopInstanceUids.size(); k++) {
      slices.put(sopInstanceUids.get(k), k);
    }
  }

  /// The report that nodules of one series come from, or would come from: what readers outlined as
  /// they did, other nodules as a ball outlined by one reader, so far as whole pixels can say it.
  public LidcReport report(String seriesUid, List<Annotation> nodules) {
    List<LidcReading> readings = new ArrayList<>();
    for (int n = 0; n < nodules.size(); n++) {
      String id = String.format(Locale.ROOT, "Nodule %03d", n + 1);
      Annotation nodule = nodules.get(n);
      List<LidcContour> contours =
          nodule.contours().isEmpty()
              ? new LidcOutline(geometry, List.copyOf(slices.keySet()))
                  .of(nodule.centre(), nodule.diameterMm().orElse(0))
              : nodule.contours();
      List<Integer> readers = contours.stream().map(LidcContour::reader).distinct().toList();
      for (int r = 0; r < readers.size(); r++) {
        int reader = readers.get(r);
        readings.add(
            new LidcReading(
                reader,
                id,
                ratings(nodule, r, readers.size()),
                contours.stream().filter(c -> c.reader() == reader).toList()));
      }
    }
    readings.sort(Comparator.comparingInt(LidcReading::reader));
    return new LidcReport(seriesUid, readings);
  }

  /// What one of the readers said; nothing where it is not known who of them said it.
  private static Map<String, Integer> ratings(Annotation nodule, int reader, int readers) {
    Map<String, Integer> ratings = new TreeMap<>();
    nodule
        .characteristics()
        .forEach(
            (name, values) -> {
              if (values.size() == readers) {
                ratings.put(name, values.get(reader));
              }
            });
    return ratings;
  }

  /// The XML of a report.
  public String xml(LidcReport report) {
    return LidcXmlWriter.write(
        report,
        image -> slices.containsKey(image) ? geometry.position(slices.get(image)).z() : Double.NaN);
  }

  private record Measured(LidcReading reading, Lps centre, double diameter) {}

  /// The nodules of a report, those that most readers marked first. Readings none of whose images
  /// is in the series are passed over.
  public List<Annotation> of(LidcReport report) {
    List<List<Measured>> clusters = new ArrayList<>();
    for (LidcReading reading : report.readings()) {
      measure(reading).ifPresent(measured -> nearest(measured, clusters).add(measured));
    }
    return clusters.stream()
        .sorted(Comparator.comparingInt((List<Measured> c) -> c.size()).reversed())
        .map(cluster -> annotation(report.seriesUid(), cluster))
        .toList();
  }

  private static List<Measured> nearest(Measured one, List<List<Measured>> clusters) {
    Optional<List<Measured>> found =
        clusters.stream()
            .filter(c -> c.stream().noneMatch(m -> m.reading().reader() == one.reading().reader()))
            .filter(c -> distance(one, c) < reach(one, c))
            .min(Comparator.comparingDouble(c -> distance(one, c)));
    if (found.isPresent()) {
      return found.get();
    }
    List<Measured> alone = new ArrayList<>();
    clusters.add(alone);
    return alone;
  }

  private static double distance(Measured one, List<Measured> cluster) {
    return mean(cluster).minus(one.centre()).length();
  }

  private static double reach(Measured one, List<Measured> cluster) {
    double largest = cluster.stream().mapToDouble(Measured::diameter).max().orElse(0);
    return Math.max(NEAR_MM, Math.max(largest, one.diameter()) / 2);
  }

  private static Lps mean(List<Measured> cluster) {
    Lps sum = cluster.stream().map(Measured::centre).reduce(new Lps(0, 0, 0), Lps::plus);
    return sum.times(1.0 / cluster.size());
  }

  private Optional<Measured> measure(LidcReading reading) {
    double area = 0;
    Lps moment = new Lps(0, 0, 0);
    Lps sum = new Lps(0, 0, 0);
    int points = 0;
    double volume = 0;
    for (LidcContour contour : reading.contours()) {
      if (!slices.containsKey(contour.sopInstanceUid())) {
        continue;
      }
      int k = slices.get(contour.sopInstanceUid());
      for (LidcContour.Pixel pixel : contour.points()) {
        sum = sum.plus(geometry.lps(pixel.i(), pixel.j(), k));
        points++;
      }
      double[] m = contour.moments();
      if (m[0] != 0) {
        double signed = contour.isInside() ? Math.abs(m[0]) : -Math.abs(m[0]);
        area += signed;
        moment = moment.plus(geometry.lps(m[1] / m[0], m[2] / m[0], k).times(signed));
        volume += signed * geometry.plane().columnSpacing() * geometry.plane().rowSpacing();
      }
    }
    if (points == 0) {
      return Optional.empty();
    }
    Lps centre = area > 0 ? moment.times(1 / area) : sum.times(1.0 / points);
    double ball = Math.max(0, volume) * geometry.sliceSpacing();
    return Optional.of(new Measured(reading, centre, Math.cbrt(6 * ball / Math.PI)));
  }

  private static Annotation annotation(String seriesUid, List<Measured> cluster) {
    var characteristics = new TreeMap<String, List<Integer>>();
    var contours = new ArrayList<LidcContour>();
    for (Measured one : cluster) {
      one.reading()
          .characteristics()
          .forEach(
              (name, n) -> characteristics.computeIfAbsent(name, k -> new ArrayList<>()).add(n));
      contours.addAll(one.reading().contours());
    }
    double diameter = cluster.stream().mapToDouble(Measured::diameter).average().orElse(0);
    return new Annotation(
        seriesUid,
        mean(cluster),
        diameter > 0 ? OptionalDouble.of(diameter) : OptionalDouble.empty(),
        "",
        characteristics,
        contours);
  }

  /// The voxels of the scan that at least half of the readers who outlined a nodule count to it.
  public SourceMask mask(Annotation nodule) {
    int readers = (int) nodule.contours().stream().map(LidcContour::reader).distinct().count();
    Map<Integer, List<LidcContour>> bySlice = new LinkedHashMap<>();
    for (LidcContour contour : nodule.contours()) {
      if (slices.containsKey(contour.sopInstanceUid())) {
        int k = slices.get(contour.sopInstanceUid());
        bySlice.computeIfAbsent(k, key -> new ArrayList<>()).add(contour);
      }
    }
    return (i, j, k) -> 2 * votes(bySlice.getOrDefault(k, List.of()), i, j) >= Math.max(1, readers);
  }

  private static long votes(List<LidcContour> contours, int i, int j) {
    Map<Integer, Boolean> byReader = new LinkedHashMap<>();
    for (LidcContour contour : contours) {
      if (contour.encloses(i, j)) {
        byReader.merge(contour.reader(), contour.isInside(), Boolean::logicalAnd);
      }
    }
    return byReader.values().stream().filter(inside -> inside).count();
  }
}
