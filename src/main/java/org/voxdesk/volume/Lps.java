package org.voxdesk.volume;

/// A point or direction in the patient's coordinate system, in millimetres: x towards the patient's
/// left, y towards the back, z towards the head (PS3.3 C.7.6.2.1.1).
public record Lps(double x, double y, double z) {
  public Lps plus(Lps other) {
    return new Lps(x + other.x, y + other.y, z + other.z);
  }

  public Lps minus(Lps other) {
    return new Lps(x - other.x, y - other.y, z - other.z);
  }

  public Lps times(double factor) {
    return new Lps(x * factor, y * factor, z * factor);
  }

  public double dot(Lps other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Lps cross(Lps other) {
    return new Lps(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /// The direction of this vector with length 1.
  ///
  /// @throws IllegalArgumentException if the vector has no direction: zero length or not finite
  public Lps unit() {
    double length = length();
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new IllegalArgumentException("a vector without direction: " + this);
    }
    return new Lps(x / length, y / length, z / length);
  }

  /// This point at weight 1 - `t`, the other at weight `t`; exact at both ends.
  Lps blend(Lps other, double t) {
    return times(1 - t).plus(other.times(t));
  }
}
