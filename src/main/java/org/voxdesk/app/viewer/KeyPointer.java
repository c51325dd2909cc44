package org.voxdesk.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.voxdesk.app.model.Services;

/// Points by keys where the mouse would: a cross that the arrows move over the picture of a stage.
/// Enter clicks there; Shift and Enter take hold, Enter lets go again. It sends what the mouse
/// would send, so that every tool works the same with both.
final class KeyPointer extends Pane {
  private static final PseudoClass HOLDING = PseudoClass.getPseudoClass("holding");
  private static final double ARM = 12;
  private static final double GAP = 4;
  private static final int MANY = 10;

  private final Pane stage;
  private final PaneViewModel pane;
  private final ViewerViewModel viewer;
  private final List<Node> layers;
  private double x;
  private double y;

  /// What of the slice it is over, where it stays while the picture is moved; nothing while it is
  /// put away.
  private Optional<double[]> over = Optional.empty();

  /// Where it took hold.
  private Optional<Point2D> held = Optional.empty();

  private boolean sending;
  private boolean explained;

  /// @param layers what lies over the stage, the topmost last
  KeyPointer(Pane stage, PaneViewModel pane, List<Node> layers) {
    this.stage = stage;
    this.pane = pane;
    this.viewer = pane.viewer();
    this.layers = layers;
    setId("key-pointer");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    for (String style : List.of("key-pointer-shadow", "key-pointer-line")) {
      for (double[] way : List.of(way(1, 0), way(-1, 0), way(0, 1), way(0, -1))) {
        Line arm = new Line(way[0] * GAP, way[1] * GAP, way[0] * ARM, way[1] * ARM);
        arm.getStyleClass().add(style);
        getChildren().add(arm);
      }
    }
  }

  /// Begins to listen to the keys of the stage.
  void install() {
    stage.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    stage.addEventFilter(MouseEvent.MOUSE_PRESSED, this::giveWay);
    stage.focusedProperty().addListener((property, was, is) -> show());
    // What is held would be dragged by the picture that moves under it.
    stage.widthProperty().addListener((property, was, is) -> letGo());
    stage.heightProperty().addListener((property, was, is) -> letGo());
    viewer.activeProperty().addListener((property, was, is) -> show());
    viewer.pointingProperty().addListener((property, was, is) -> turned(is));
    pane.pictureProperty().addListener((property, was, is) -> show());
  }

  private static double[] way(double x, double y) {
    return new double[] {x, y};
  }

  private void turned(boolean on) {
    if (on && viewer.active() == pane) {
      over = Optional.empty();
      stage.requestFocus();
      explain();
    }
    show();
  }

  private void explain() {
    if (!explained) {
      explained = true;
      Services services = viewer.app().services();
      services.notifications().info(services.text("point.hint"));
    }
  }

  /// The hand that takes the mouse needs no second pointer.
  private void giveWay(MouseEvent event) {
    if (!sending) {
      viewer.pointingProperty().set(false);
    }
  }

  private void show() {
    Optional<Picture> picture = pane.pictureProperty().get();
    if (held.isPresent()) {
      // The picture is moved under it.
      over = picture.map(p -> p.indexAt(x, y));
    }
    boolean shown = viewer.pointingProperty().get() && stage.isFocused() && picture.isPresent();
    if (isVisible() && !shown) {
      letGo();
      send(MouseEvent.MOUSE_EXITED);
    }
    setVisible(shown);
    if (shown && held.isEmpty()) {
      double[] index = over.orElseGet(() -> middle(picture.get()));
      double[] there = picture.get().screen(index[0], index[1]);
      if (over.isEmpty() || there[0] != x || there[1] != y) {
        over = Optional.of(index);
        point(there[0], there[1]);
      }
    }
  }

  private void point(double sx, double sy) {
    x = sx;
    y = sy;
    relocate(sx, sy);
    send(held.isPresent() ? MouseEvent.MOUSE_DRAGGED : MouseEvent.MOUSE_MOVED);
  }

  /// The pixel in the middle of what is seen.
  private static double[] middle(Picture picture) {
    double[] index = picture.indexAt(picture.width() / 2, picture.height() / 2);
    return new double[] {Math.rint(index[0]), Math.rint(index[1])};
  }

  private void key(KeyEvent event) {
    // A text that is typed on the stage has keys of its own.
    if (!isVisible()
        || !stage.equals(event.getTarget())
        || event.isShortcutDown()
        || event.isAltDown()
        || event.isMetaDown()) {
      return;
    }
    int far = event.isShiftDown() ? MANY : 1;
    boolean taken =
        switch (event.getCode()) {
          case LEFT -> move(-far, 0);
          case RIGHT -> move(far, 0);
          case UP -> move(0, -far);
          case DOWN -> move(0, far);
          case PAGE_UP -> turnPages(-far);
          case PAGE_DOWN -> turnPages(far);
          case ENTER -> enter(event.isShiftDown());
          case ESCAPE -> takeBack();
          default -> false;
        };
    if (taken) {
      event.consume();
    }
  }

  private boolean turnPages(int slices) {
    pane.navigation().move(slices);
    return true;
  }

  /// A pixel of the image; of many, as many of the screen where those are larger.
  private boolean move(int dx, int dy) {
    Picture picture = pane.pictureProperty().get().orElseThrow();
    double[] origin = picture.screen(0, 0);
    double[] column = picture.screen(1, 0);
    double[] row = picture.screen(0, 1);
    double across = step(dx, column[0] - origin[0], row[0] - origin[0]);
    double down = step(dy, column[1] - origin[1], row[1] - origin[1]);
    moveTo(
        Math.clamp(x + across, 0, picture.width() - 1),
        Math.clamp(y + down, 0, picture.height() - 1));
    return true;
  }

  private static double step(int pixels, double ofColumn, double ofRow) {
    double size = Math.max(Math.abs(ofColumn), Math.abs(ofRow));
    return pixels * (Math.abs(pixels) > 1 ? Math.max(1, size) : size);
  }

  private void moveTo(double sx, double sy) {
    over = pane.pictureProperty().get().map(picture -> picture.indexAt(sx, sy));
    point(sx, sy);
  }

  private boolean enter(boolean hold) {
    if (held.isPresent()) {
      letGo();
    } else {
      send(MouseEvent.MOUSE_PRESSED);
      if (hold) {
        held = Optional.of(new Point2D(x, y));
      } else {
        send(MouseEvent.MOUSE_RELEASED);
      }
    }
    pseudoClassStateChanged(HOLDING, held.isPresent());
    return true;
  }

  private void letGo() {
    if (held.isPresent()) {
      send(MouseEvent.MOUSE_RELEASED);
      held = Optional.empty();
      pseudoClassStateChanged(HOLDING, false);
    }
  }

  /// Puts what is held back to where it was taken.
  private boolean takeBack() {
    Optional<Point2D> from = held;
    from.ifPresent(
        point -> {
          moveTo(point.getX(), point.getY());
          letGo();
        });
    return from.isPresent();
  }

  private void send(EventType<MouseEvent> type) {
    sending = true;
    Node told = type == MouseEvent.MOUSE_EXITED ? stage : target();
    SentMouse.send(stage, told, type, x, y, held.isEmpty());
    sending = false;
  }

  /// What the mouse would meet there.
  private Node target() {
    List<Node> taking = new ArrayList<>(layers);
    taking.removeIf(Node::isMouseTransparent);
    return taking.isEmpty() ? stage : taking.getLast();
  }
}
