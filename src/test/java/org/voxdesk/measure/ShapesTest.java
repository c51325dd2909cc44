package org.voxdesk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShapesTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /// Columns 0.5 mm apart, rows 2 mm.
  private static final Scale UNEVEN = Scale.millimetres(0.5, 2);

  @Test
  void aDistanceCountsColumnsAndRowsByTheirOwnSpacing() {
    // 6 columns are 3 mm, 2 rows are 4 mm.
    assertThat(new Distance(new Point(1, 1), new Point(7, 3)).length(UNEVEN)).isEqualTo(5);
    assertThat(new Distance(new Point(1, 1), new Point(4, 5)).length(Scale.PIXELS)).isEqualTo(5);
  }

  @Test
  void anAngleIsTrueWherePixelsAreNotSquare() {
    // 4 columns and 1 row are 2 mm each: 45 degrees, which in pixels would be 14.
    Angle angle = new Angle(new Point(4, 0), new Point(0, 0), new Point(4, 1));
    assertThat(angle.degrees(UNEVEN)).isCloseTo(45, EXACT);
    assertThat(angle.degrees(Scale.PIXELS)).isCloseTo(Math.toDegrees(Math.atan(0.25)), EXACT);
  }

  @Test
  void anAngleRunsFromNothingToAFlatOne() {
    Point vertex = new Point(3, 3);
    assertThat(angle(vertex, 10, 3, 20, 3)).isEqualTo(0);
    assertThat(angle(vertex, 10, 3, -4, 3)).isEqualTo(180);
    assertThat(angle(vertex, 3, 10, 10, 3)).isEqualTo(90);
    assertThat(angle(vertex, 3, 3, 10, 3)).isNaN();
  }

  private static double angle(Point vertex, double ax, double ay, double bx, double by) {
    return new Angle(new Point(ax, ay), vertex, new Point(bx, by)).degrees(Scale.PIXELS);
  }

  @Test
  void twoDiametersStayPerpendicularWhateverIsDragged() {
    Shape drawn = Kind.BIDIRECTIONAL.drawn(List.of(new Point(2, 2), new Point(42, 12)), UNEVEN);
    for (int handle = 0; handle < 4; handle++) {
      var dragged = (Bidirectional) drawn.withHandle(handle, new Point(25, -3), UNEVEN);
      double[] first = UNEVEN.way(dragged.from(), dragged.to());
      double[] second = UNEVEN.way(dragged.left(), dragged.right());
      assertThat(first[0] * second[0] + first[1] * second[1]).isCloseTo(0, Offset.offset(1e-9));
    }
  }

  @Test
  void theShorterDiameterIsToldAsTheShorterWhicheverWasDrawnFirst() {
    Bidirectional both = Bidirectional.across(new Point(0, 0), new Point(10, 0), Scale.PIXELS);
    assertThat(both.longer(Scale.PIXELS)).isCloseTo(10, EXACT);
    assertThat(both.shorter(Scale.PIXELS)).isCloseTo(5, EXACT);
    Bidirectional pulled = both.withHandle(2, new Point(4, -20), Scale.PIXELS);
    assertThat(pulled.longer(Scale.PIXELS)).isCloseTo(22.5, EXACT);
    assertThat(pulled.shorter(Scale.PIXELS)).isCloseTo(10, EXACT);
    assertThat(pulled.left()).isEqualTo(new Point(4, -20));
    assertThat(pulled.right().x()).isCloseTo(4, EXACT);
  }

  @Test
  void anEllipseHasTheAreaOfItsHalfAxes() {
    Area ellipse = (Area) Kind.ELLIPSE.drawn(List.of(new Point(0, 0), new Point(8, 2)), UNEVEN);
    // Half axes of 4 columns and 1 row: 2 mm each.
    assertThat(ellipse.area(UNEVEN)).isCloseTo(4 * Math.PI, EXACT);
    assertThat(ellipse.area(Scale.PIXELS)).isCloseTo(4 * Math.PI, EXACT);
    assertThat(ellipse.contains(new Point(0, 1))).isTrue();
    assertThat(ellipse.contains(new Point(4, 1))).isTrue();
    assertThat(ellipse.contains(new Point(0.5, 0.3))).isFalse();
  }

  @Test
  void theEndOppositeToADraggedOneStays() {
    Shape ellipse = Kind.ELLIPSE.drawn(List.of(new Point(0, 0), new Point(8, 4)), UNEVEN);
    List<Point> before = ellipse.handles();
    for (int n = 0; n < 4; n++) {
      Shape dragged = ellipse.withHandle(n, new Point(20, 30), UNEVEN);
      assertThat(dragged.handles().get((n + 2) % 4)).isEqualTo(before.get((n + 2) % 4));
      assertThat(n % 2 == 0 ? dragged.handles().get(n).x() : dragged.handles().get(n).y())
          .isCloseTo(n % 2 == 0 ? 20 : 30, EXACT);
    }
    Shape rectangle = Kind.RECTANGLE.drawn(List.of(new Point(0, 0), new Point(8, 4)), UNEVEN);
    for (int n = 0; n < 4; n++) {
      Shape dragged = rectangle.withHandle(n, new Point(20, 30), UNEVEN);
      assertThat(dragged.handles().get(n)).isEqualTo(new Point(20, 30));
      assertThat(dragged.handles().get((n + 2) % 4))
          .isEqualTo(rectangle.handles().get((n + 2) % 4));
    }
  }

  @Test
  void aRectangleHoldsThePixelsOnItsEdge() {
    Area rectangle = (Area) Kind.RECTANGLE.drawn(List.of(new Point(6, 4), new Point(2, 1)), UNEVEN);
    assertThat(rectangle.area(UNEVEN)).isCloseTo(2 * 6, EXACT);
    assertThat(rectangle.contains(new Point(2, 1))).isTrue();
    assertThat(rectangle.contains(new Point(6, 4))).isTrue();
    assertThat(rectangle.contains(new Point(1.999, 2))).isFalse();
  }

  @Test
  void aPolygonHasTheShoelaceAreaWhicheverWayRound() {
    Polygon hollow = polygon(0, 0, 4, 0, 4, 3, 2, 1, 0, 3);
    assertThat(hollow.area(Scale.PIXELS)).isCloseTo(8, EXACT);
    assertThat(hollow.area(UNEVEN)).isCloseTo(8, EXACT);
    assertThat(polygon(0, 3, 2, 1, 4, 3, 4, 0, 0, 0).area(Scale.PIXELS)).isCloseTo(8, EXACT);
    assertThat(hollow.contains(new Point(2, 2))).isFalse();
    assertThat(hollow.contains(new Point(2, 1))).isTrue();
    assertThat(hollow.contains(new Point(1, 1))).isTrue();
    assertThat(hollow.contains(new Point(0, 3))).isTrue();
    assertThat(hollow.contains(new Point(4.5, 3))).isFalse();
  }

  @Test
  void aPolygonThatCrossesItselfHasNoArea() {
    assertThat(polygon(0, 0, 4, 4, 4, 0, 0, 4).area(Scale.PIXELS)).isNaN();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyShapeIsMadeAgainFromItsPointsAndMoved(Kind kind) {
    List<Point> shown = List.of(new Point(1, 2), new Point(9, 4), new Point(5, 8));
    Shape shape = kind.drawn(shown.subList(0, kind.clicks()), UNEVEN);
    assertThat(kind.of(shape.points())).isEqualTo(shape);
    Shape moved = shape.moved(3, -1);
    for (int n = 0; n < shape.points().size(); n++) {
      assertThat(moved.points().get(n)).isEqualTo(shape.points().get(n).plus(3, -1));
    }
    assertThatThrownBy(() -> kind.of(List.of(new Point(0, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Polygon polygon(double... numbers) {
    var points = new ArrayList<Point>();
    for (int n = 0; n < numbers.length; n += 2) {
      points.add(new Point(numbers[n], numbers[n + 1]));
    }
    return new Polygon(points);
  }
}
