package org.voxdesk.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class TextPlacesTest {
  private static final Rectangle2D SHAPE = new Rectangle2D(100, 100, 20, 20);
  private static final Point2D ANCHOR = new Point2D(120, 110);

  @Test
  void aTextIsRightOfItsShapeWhereThereIsRoom() {
    var places = new TextPlaces(300, 300);
    assertThat(places.free(SHAPE, ANCHOR, 80, 60)).contains(new Rectangle2D(128, 114, 80, 60));
    assertThat(places.free(new Rectangle2D(250, 250, 20, 20), new Point2D(270, 260), 80, 60))
        .as("on the stage")
        .contains(new Rectangle2D(220, 240, 80, 60));
  }

  @Test
  void textsOfNearShapesCoverEachOtherNowhere() {
    var places = new TextPlaces(300, 300);
    List<Rectangle2D> all = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      Rectangle2D shape = new Rectangle2D(100 + 5 * n, 100 + 3 * n, 20, 20);
      Point2D anchor = new Point2D(shape.getMaxX(), shape.getMinY() + 10);
      Rectangle2D place = places.free(shape, anchor, 80, 60).orElseThrow();
      assertThat(all).noneMatch(place::intersects);
      places.take(place);
      all.add(place);
    }
    assertThat(TextPlaces.isBeside(all.getFirst(), SHAPE)).isTrue();
  }

  @Test
  void aTextLeavesOtherShapesToBeSeenIfItCan() {
    var places = new TextPlaces(300, 300);
    places.avoid(SHAPE);
    places.avoid(new Rectangle2D(140, 130, 20, 20));
    assertThat(places.free(SHAPE, ANCHOR, 80, 60))
        .as("above")
        .contains(new Rectangle2D(128, 46, 80, 60));
    places.avoid(new Rectangle2D(0, 0, 300, 300));
    assertThat(places.free(SHAPE, ANCHOR, 80, 60)).isPresent();
  }

  @Test
  void whereThereIsNoRoomLeastIsCovered() {
    var places = new TextPlaces(100, 100);
    places.take(new Rectangle2D(0, 0, 100, 60));
    Rectangle2D shape = new Rectangle2D(10, 10, 5, 5);
    Point2D anchor = new Point2D(15, 12);
    assertThat(places.free(shape, anchor, 90, 60)).isEmpty();
    assertThat(places.least(shape, anchor, 90, 60).getMinY()).isEqualTo(40);
  }

  @Test
  void aFarTextIsNotBeside() {
    assertThat(TextPlaces.isBeside(new Rectangle2D(128, 200, 80, 60), SHAPE)).isFalse();
    assertThat(TextPlaces.isBeside(new Rectangle2D(128, 114, 80, 60), SHAPE)).isTrue();
  }
}
