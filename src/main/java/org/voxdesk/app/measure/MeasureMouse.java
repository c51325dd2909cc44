package org.voxdesk.app.measure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.Point;
import org.voxdesk.measure.Shape;

/// Mouse and keys of the measure tool over one stage. Nothing that it is told is kept from the
/// stage but keys that it acts on, so that panning, zooming and scrolling go on working.
final class MeasureMouse {
  /// Screen pixels: a hand is not steady, and a line is thin.
  private static final double STILL = 4;

  private static final double NEAR_HANDLE = 8;
  private static final double NEAR_LINE = 5;

  private final MeasureLayer layer;
  private final MeasureViewModel model;
  private final TextEditor editor;
  private Optional<Drawing> drawing = Optional.empty();
  private Optional<UUID> hovered = Optional.empty();
  private boolean began;
  private double pressedX;
  private double pressedY;

  /// What is under the pointer.
  ///
  /// @param handle -1 where it is no handle
  private record Hit(MeasureLayer.Item item, int handle) {}

  MeasureMouse(MeasureLayer layer, MeasureViewModel model) {
    this.layer = layer;
    this.model = model;
    this.editor = new TextEditor(layer, model);
  }

  void install() {
    layer.setOnMousePressed(this::pressed);
    layer.setOnMouseDragged(this::moved);
    layer.setOnMouseMoved(this::moved);
    layer.setOnMouseReleased(this::released);
  }

  /// Takes the keys of a stage, which has the keyboard.
  void listen(Region stage) {
    stage.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  Optional<Drawing> drawing() {
    return drawing;
  }

  boolean isHovered(Measurement measurement) {
    return hovered.equals(Optional.of(measurement.id()));
  }

  /// Whether a node is the field that a text is typed in, which is not drawn anew.
  boolean owns(Node node) {
    return editor.owns(node);
  }

  /// Forgets what is under way.
  void cancel() {
    drawing = Optional.empty();
    hovered = Optional.empty();
  }

  /// Forgets what is under way on another ground than this.
  void leaveOtherGround(Optional<Ground> ground) {
    drawing = drawing.filter(d -> ground.filter(d.ground()::isSame).isPresent());
  }

  private void pressed(MouseEvent event) {
    editor.close();
    if (event.getButton() != MouseButton.PRIMARY
        || layer.ground().isEmpty()
        || layer.picture().isEmpty()) {
      return;
    }
    pressedX = event.getX();
    pressedY = event.getY();
    Point at = layer.point(event.getX(), event.getY());
    if (drawing.isPresent()) {
      began = false;
      drawing = drawing.map(d -> d.at(at));
    } else {
      begin(event, at);
    }
    layer.show();
  }

  private void begin(MouseEvent event, Point at) {
    Ground ground = layer.ground().orElseThrow();
    Optional<Hit> hit = hit(event.getX(), event.getY());
    if (hit.isPresent()) {
      MeasureLayer.Item item = hit.get().item();
      model.select(Optional.of(item.measurement().id()));
      drawing =
          Optional.of(
              Drawing.held(ground, item.measurement(), item.shape(), hit.get().handle(), at));
      return;
    }
    model.select(Optional.empty());
    if (ground.slice().contains((int) Math.rint(at.x()), (int) Math.rint(at.y()))) {
      began = true;
      drawing = Optional.of(Drawing.begun(ground, model.kindProperty().get(), at));
    }
  }

  private void moved(MouseEvent event) {
    if (layer.picture().isEmpty()) {
      return;
    }
    if (drawing.isPresent()) {
      Point at = layer.point(event.getX(), event.getY());
      if (!event.isPrimaryButtonDown() || !isStill(event)) {
        drawing = drawing.map(d -> d.at(at));
        layer.show();
      }
      return;
    }
    Optional<Hit> hit = hit(event.getX(), event.getY());
    layer.cursor(hit.isEmpty() ? null : hit.get().handle() >= 0 ? Cursor.HAND : Cursor.MOVE);
    Optional<UUID> under = hit.map(h -> h.item().measurement().id());
    if (!under.equals(hovered)) {
      hovered = under;
      layer.show();
    }
  }

  private boolean isStill(MouseEvent event) {
    return Math.hypot(event.getX() - pressedX, event.getY() - pressedY) <= STILL;
  }

  private void released(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY
        || drawing.isEmpty()
        || layer.picture().isEmpty()) {
      return;
    }
    Drawing now = drawing.get();
    if (now.changing().isPresent()) {
      drawing = Optional.empty();
      if (!isStill(event)) {
        model.put(now.ground().seriesUid(), now.result());
      } else if (event.getClickCount() == 2) {
        layer.show();
        rename();
      }
    } else if (isForText(event, now)) {
      drawing = Optional.empty();
      model.select(textAt(event).map(item -> item.measurement().id()));
      rename();
    } else if (now.canEnd() && (isAtLast(event, now) || isAtFirst(event, now))) {
      finish(now);
    } else if (!(began && isStill(event)) && !isRepeated(event, now)) {
      Drawing more = now.with(layer.point(event.getX(), event.getY()));
      drawing = Optional.of(more);
      if (more.isComplete()) {
        finish(more);
      }
    }
    layer.show();
  }

  /// Whether it is the second click of two on a text.
  private boolean isForText(MouseEvent event, Drawing now) {
    return event.getClickCount() == 2
        && now.shown().size() == 1
        && distance(event, now.shown().getFirst()) <= STILL
        && textAt(event).isPresent();
  }

  private boolean isAtFirst(MouseEvent event, Drawing now) {
    return distance(event, now.shown().getFirst()) <= Drawing.CLOSING;
  }

  /// Whether it is the second click on the same corner, however long after the first.
  private boolean isAtLast(MouseEvent event, Drawing now) {
    return distance(event, now.shown().getLast()) <= STILL;
  }

  /// Two points of the same place are never meant, but those of something without a size, which
  /// ends it.
  private boolean isRepeated(MouseEvent event, Drawing now) {
    return now.shown().size() > 1 && isAtLast(event, now);
  }

  private double distance(MouseEvent event, Point point) {
    double[] at = layer.screen(point);
    return Math.hypot(event.getX() - at[0], event.getY() - at[1]);
  }

  /// What has no size on the screen was a slip of the hand.
  private void finish(Drawing done) {
    drawing = Optional.empty();
    double[] first = layer.screen(done.shown().getFirst());
    boolean any =
        done.shown().stream()
            .map(layer::screen)
            .anyMatch(p -> Math.hypot(p[0] - first[0], p[1] - first[1]) > 2);
    if (!any) {
      return;
    }
    Measurement made = done.result();
    model.put(done.ground().seriesUid(), made);
    if (done.kind() == Kind.ARROW) {
      layer.show();
      layer.items().stream()
          .filter(item -> item.measurement().id().equals(made.id()))
          .findFirst()
          .ifPresent(editor::edit);
    }
  }

  private void key(KeyEvent event) {
    if (layer.isMouseTransparent() || editor.isOpen()) {
      return;
    }
    boolean taken =
        switch (event.getCode()) {
          case ESCAPE -> leave();
          case ENTER -> end();
          case BACK_SPACE -> back() || delete();
          case DELETE -> delete();
          case F2 -> rename();
          case LEFT -> move(event, -1, 0);
          case RIGHT -> move(event, 1, 0);
          case UP -> move(event, 0, -1);
          case DOWN -> move(event, 0, 1);
          default -> false;
        };
    if (taken) {
      event.consume();
      layer.show();
    }
  }

  private boolean leave() {
    if (drawing.isPresent()) {
      drawing = Optional.empty();
      return true;
    }
    boolean any = model.selectedProperty().get().isPresent();
    model.select(Optional.empty());
    return any;
  }

  private boolean end() {
    Optional<Drawing> ended = drawing.filter(Drawing::canEnd);
    ended.ifPresent(this::finish);
    return ended.isPresent();
  }

  /// Takes the last corner back.
  private boolean back() {
    Optional<Drawing> now = drawing.filter(d -> d.changing().isEmpty());
    now.ifPresent(
        d -> {
          List<Point> fewer = d.shown().subList(0, d.shown().size() - 1);
          drawing =
              fewer.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Drawing(d.ground(), d.kind(), fewer, d.live(), Optional.empty()));
        });
    return now.isPresent();
  }

  private boolean delete() {
    Optional<MeasureLayer.Item> item = selected();
    item.ifPresent(
        i -> model.delete(layer.ground().orElseThrow().seriesUid(), i.measurement().id()));
    return item.isPresent();
  }

  private boolean rename() {
    Optional<MeasureLayer.Item> item = selected();
    item.ifPresent(editor::edit);
    return item.isPresent();
  }

  /// Moves what is selected by a pixel of the screen's directions, ten with Shift.
  private boolean move(KeyEvent event, int dx, int dy) {
    Optional<MeasureLayer.Item> item = selected();
    int far = event.isShiftDown() ? 10 : 1;
    item.ifPresent(
        i -> {
          Ground ground = layer.ground().orElseThrow();
          Shape moved = i.shape().moved(way(dx, dy).x() * far, way(dx, dy).y() * far);
          model.put(ground.seriesUid(), ground.changed(i.measurement(), moved));
        });
    return item.isPresent();
  }

  /// The step of one image pixel that goes that way on the screen, however the picture is turned.
  private Point way(int dx, int dy) {
    double[] origin = layer.screen(new Point(0, 0));
    Point there = layer.point(origin[0] + dx, origin[1] + dy);
    return new Point(
        Math.signum(Math.rint(there.x() * 1e6)), Math.signum(Math.rint(there.y() * 1e6)));
  }

  private Optional<MeasureLayer.Item> selected() {
    Optional<UUID> id = model.selectedProperty().get();
    return layer.items().stream()
        .filter(item -> id.equals(Optional.of(item.measurement().id())))
        .findFirst();
  }

  /// The topmost thing under a point of the stage, a handle before anything else.
  private Optional<Hit> hit(double x, double y) {
    for (MeasureLayer.Item item : layer.items().reversed()) {
      List<Point> handles = item.shape().handles();
      for (int n = 0; n < handles.size(); n++) {
        double[] at = layer.screen(handles.get(n));
        if (Math.hypot(x - at[0], y - at[1]) <= NEAR_HANDLE) {
          return Optional.of(new Hit(item, n));
        }
      }
    }
    return layer.items().reversed().stream()
        .filter(item -> isOnLine(item.shape(), x, y))
        .findFirst()
        .map(item -> new Hit(item, -1));
  }

  /// What has its text there. Texts lie on the anatomy, so a click on one is a point like any
  /// other; only the second of a double click is meant for the text.
  private Optional<MeasureLayer.Item> textAt(MouseEvent event) {
    return layer.items().reversed().stream()
        .filter(
            item ->
                item.label()
                    .filter(l -> l.getBoundsInParent().contains(event.getX(), event.getY()))
                    .isPresent())
        .findFirst();
  }

  private boolean isOnLine(Shape shape, double x, double y) {
    for (List<Point> line : shape.lines()) {
      for (int n = 0; n + 1 < line.size(); n++) {
        double[] a = layer.screen(line.get(n));
        double[] b = layer.screen(line.get(n + 1));
        if (distance(a, b, x, y) <= NEAR_LINE) {
          return true;
        }
      }
    }
    return false;
  }

  private static double distance(double[] a, double[] b, double x, double y) {
    double dx = b[0] - a[0];
    double dy = b[1] - a[1];
    double square = dx * dx + dy * dy;
    double share = square == 0 ? 0 : Math.clamp(((x - a[0]) * dx + (y - a[1]) * dy) / square, 0, 1);
    return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
  }
}
