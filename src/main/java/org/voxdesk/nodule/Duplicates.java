package org.voxdesk.nodule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Nodules that are so near to each other that they may be one.
public final class Duplicates {
  private Duplicates() {}

  /// The nearest other nodule, where it is nearer than `radiusMm`.
  ///
  /// @param mm how far away it is
  public record Near(Nodule other, double mm) {}

  /// Of each nodule that has another nearer than `radiusMm`, the nearest.
  public static Map<UUID, Near> of(List<Nodule> nodules, double radiusMm) {
    return nodules.stream()
        .flatMap(n -> nearest(n, nodules, radiusMm).map(near -> Map.entry(n.id(), near)).stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<Near> nearest(Nodule one, List<Nodule> nodules, double radiusMm) {
    return nodules.stream()
        .filter(n -> !n.id().equals(one.id()))
        .map(n -> new Near(n, n.center().minus(one.center()).length()))
        .filter(near -> near.mm() < radiusMm)
        .min((a, b) -> Double.compare(a.mm(), b.mm()));
  }
}
