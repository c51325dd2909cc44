package org.voxdesk.measure;

import java.util.List;

/// What can be measured or marked, with how many points make it.
public enum Kind {
  DISTANCE(2, 2),
  ANGLE(3, 3),
  BIDIRECTIONAL(2, 4),
  ELLIPSE(2, 3),
  RECTANGLE(2, 3),
  POLYGON(3, Integer.MAX_VALUE),
  ARROW(2, 2),
  KEY_IMAGE(0, 0);

  /// A polygon of more corners than this is not read from a file.
  public static final int MOST_CORNERS = 100_000;

  private final int clicks;
  private final int points;

  Kind(int clicks, int points) {
    this.clicks = clicks;
    this.points = points;
  }

  /// How many points have to be shown to draw one; of a polygon, at least.
  public int clicks() {
    return clicks;
  }

  /// Whether it is drawn at all, not only said of the image as a whole.
  public boolean isDrawn() {
    return clicks > 0;
  }

  /// Whether more points may follow.
  public boolean isOpen() {
    return this == POLYGON;
  }

  /// The shape that is drawn by showing these points: ends, an angle's vertex in the middle, two
  /// opposite corners of the box around an ellipse or a rectangle.
  ///
  /// @throws IllegalArgumentException if it takes another number of points
  public Shape drawn(List<Point> shown, Scale scale) {
    require(shown.size() == clicks || (isOpen() && shown.size() > clicks), shown.size());
    if (!isDrawn()) {
      return of(shown);
    }
    Point a = shown.get(0);
    Point b = shown.get(1);
    return switch (this) {
      case BIDIRECTIONAL -> Bidirectional.across(a, b, scale);
      case ELLIPSE ->
          new Ellipse(
              a.middle(b), new Point(b.x(), a.middle(b).y()), new Point(a.middle(b).x(), b.y()));
      case RECTANGLE -> new Rectangle(a, new Point(b.x(), a.y()), b);
      case DISTANCE, ANGLE, POLYGON, ARROW, KEY_IMAGE -> of(shown);
    };
  }

  /// The shape whose [Shape#points()] these are.
  ///
  /// @throws IllegalArgumentException if it has another number of points
  public Shape of(List<Point> p) {
    require(
        isOpen() ? p.size() >= clicks && p.size() <= MOST_CORNERS : p.size() == points, p.size());
    return switch (this) {
      case DISTANCE -> new Distance(p.get(0), p.get(1));
      case ANGLE -> new Angle(p.get(0), p.get(1), p.get(2));
      case BIDIRECTIONAL -> new Bidirectional(p.get(0), p.get(1), p.get(2), p.get(3));
      case ELLIPSE -> new Ellipse(p.get(0), p.get(1), p.get(2));
      case RECTANGLE -> new Rectangle(p.get(0), p.get(1), p.get(2));
      case POLYGON -> new Polygon(p);
      case ARROW -> new Arrow(p.get(0), p.get(1));
      case KEY_IMAGE -> new KeyImage();
    };
  }

  private void require(boolean holds, int count) {
    if (!holds) {
      throw new IllegalArgumentException(this + " of " + count + " points");
    }
  }
}
