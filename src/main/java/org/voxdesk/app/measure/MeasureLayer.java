package org.voxdesk.app.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.measure.Arrow;
import org.voxdesk.measure.Finding;
import org.voxdesk.measure.KeyImage;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.Point;
import org.voxdesk.measure.Shape;

/// What was measured, over one stage's picture, and what is being drawn there. Takes the mouse only
/// while the measure tool is in hand.
public final class MeasureLayer extends Pane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double HANDLE = 4;
  private static final double ARROW_HEAD = 12;

  /// Below the letter of the direction.
  private static final double KEY_IMAGE_TOP = 26;

  private final MeasureViewModel model;
  private final ObservableValue<Optional<Picture>> picture;
  private final ObservableValue<Boolean> active;
  private final MeasureMouse mouse;
  private final List<Item> items = new ArrayList<>();
  private Optional<Ground> ground = Optional.empty();
  private TextPlaces places = new TextPlaces(0, 0);

  /// A measurement that is to be seen, its shape being on the ground.
  ///
  /// @param label where its text is; empty while there is none
  record Item(Measurement measurement, Shape shape, Optional<Label> label) {}

  /// A layer over a stage that shows `picture`.
  public MeasureLayer(MeasureViewModel model, ObservableValue<Optional<Picture>> picture) {
    this.model = model;
    this.picture = picture;
    this.active = model.app().services().commands().selectedProperty(Command.TOOL_MEASURE);
    this.mouse = new MeasureMouse(this, model);
    getStyleClass().add("measure-layer");
    setManaged(false);
    InvalidationListener changed = observable -> show();
    picture.addListener((property, was, is) -> show());
    model.allProperty().addListener(changed);
    model.selectedProperty().addListener(changed);
    // Neither another tool nor another kind goes on with what was begun.
    active.addListener((property, was, is) -> begin());
    model.kindProperty().addListener((property, was, is) -> begin());
    parentProperty().addListener((property, was, is) -> follow(Optional.ofNullable(is)));
    mouse.install();
    show();
  }

  private void begin() {
    mouse.cancel();
    show();
  }

  /// It lies over all of its stage.
  private void follow(Optional<Parent> parent) {
    parent
        .filter(Region.class::isInstance)
        .map(Region.class::cast)
        .ifPresent(
            stage -> {
              InvalidationListener sized =
                  observable -> resizeRelocate(0, 0, stage.getWidth(), stage.getHeight());
              stage.widthProperty().addListener(sized);
              stage.heightProperty().addListener(sized);
              resizeRelocate(0, 0, stage.getWidth(), stage.getHeight());
              mouse.listen(stage);
            });
  }

  /// The ground under the picture that is shown.
  Optional<Ground> ground() {
    return ground;
  }

  Optional<Picture> picture() {
    return picture.getValue();
  }

  /// What is to be seen, the last drawn last.
  List<Item> items() {
    return items;
  }

  /// Draws everything again.
  void show() {
    boolean on = active.getValue();
    setMouseTransparent(!on);
    setPickOnBounds(on);
    getChildren().removeIf(node -> !mouse.owns(node));
    items.clear();
    places = new TextPlaces(getWidth(), getHeight());
    ground = picture().flatMap(p -> model.ground(p.slice()));
    mouse.leaveOtherGround(ground);
    if (picture().isEmpty() || ground.isEmpty()) {
      return;
    }
    Optional<Drawing> drawing = mouse.drawing();
    Map<Measurement, Shape> shapes = new LinkedHashMap<>();
    for (Measurement measurement : model.allProperty().get().of(ground.get().seriesUid())) {
      boolean dragged =
          drawing
              .flatMap(Drawing::changing)
              .filter(c -> c.was().id().equals(measurement.id()))
              .isPresent();
      if (!dragged) {
        ground.get().shape(measurement).ifPresent(shape -> shapes.put(measurement, shape));
      }
    }
    shapes.values().stream()
        .filter(shape -> !(shape instanceof KeyImage))
        .forEach(shape -> places.avoid(around(shape)));
    shapes.forEach(this::show);
    drawing.ifPresent(this::show);
  }

  private void show(Measurement measurement, Shape shape) {
    boolean selected =
        model.selectedProperty().get().equals(Optional.of(measurement.id())) && active.getValue();
    List<Finding> findings = model.findings(ground.orElseThrow(), measurement, shape);
    if (shape instanceof KeyImage) {
      mark(measurement.text());
      return;
    }
    lines(shape, selected);
    if (selected || mouse.isHovered(measurement)) {
      handles(shape);
    }
    items.add(new Item(measurement, shape, label(shape, measurement.text(), findings, selected)));
  }

  /// A star above the picture, and why it is there.
  private void mark(String text) {
    FontIcon star = new FontIcon(MaterialDesignS.STAR);
    Label label = new Label(text, star);
    label.setAccessibleText(model.text().name(Kind.KEY_IMAGE) + " " + text);
    label.getStyleClass().addAll("overlay-text", "key-image");
    label.setMouseTransparent(true);
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    label.relocate(Math.max(0, (getWidth() - label.getWidth()) / 2), KEY_IMAGE_TOP);
  }

  private void show(Drawing drawing) {
    Shape shape = drawing.shape();
    lines(shape, true);
    handles(shape);
    String text = drawing.changing().map(c -> c.was().text()).orElse("");
    label(shape, text, drawing.ground().findings(shape), true);
  }

  private void lines(Shape shape, boolean selected) {
    List<List<double[]>> chains = new ArrayList<>();
    for (List<Point> line : shape.lines()) {
      chains.add(line.stream().map(this::screen).toList());
    }
    if (shape instanceof Arrow arrow) {
      chains.add(head(screen(arrow.tail()), screen(arrow.head())));
    }
    for (String style : List.of("measure-shadow", "measure-line")) {
      for (List<double[]> chain : chains) {
        Polyline line = new Polyline();
        chain.forEach(p -> line.getPoints().addAll(p[0], p[1]));
        line.getStyleClass().add(style);
        line.pseudoClassStateChanged(SELECTED, selected);
        line.setMouseTransparent(true);
        getChildren().add(line);
      }
    }
  }

  private static List<double[]> head(double[] tail, double[] head) {
    double length = Math.hypot(head[0] - tail[0], head[1] - tail[1]);
    if (length == 0) {
      return List.of(head);
    }
    double ux = (head[0] - tail[0]) / length * ARROW_HEAD;
    double uy = (head[1] - tail[1]) / length * ARROW_HEAD;
    return List.of(
        new double[] {head[0] - ux - uy / 2, head[1] - uy + ux / 2},
        head,
        new double[] {head[0] - ux + uy / 2, head[1] - uy - ux / 2});
  }

  private void handles(Shape shape) {
    for (Point handle : shape.handles()) {
      double[] at = screen(handle);
      Circle circle = new Circle(at[0], at[1], HANDLE);
      circle.getStyleClass().add("measure-handle");
      circle.setMouseTransparent(true);
      getChildren().add(circle);
    }
  }

  /// Beside the shape where there is room, else further away at the end of a thin line; its first
  /// line alone where there is none for all of it, unless the shape is selected.
  private Optional<Label> label(
      Shape shape, String text, List<Finding> findings, boolean selected) {
    List<String> lines = model.text().lines(text, findings);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Label label = new Label(String.join("\n", lines));
    label.getStyleClass().addAll("overlay-text", "measure-text");
    label.setMouseTransparent(true);
    getChildren().add(label);
    size(label);
    Rectangle2D around = around(shape);
    Point2D anchor = anchor(shape);
    Optional<Rectangle2D> free = places.free(around, anchor, label.getWidth(), label.getHeight());
    if (free.isEmpty() && !selected) {
      label.setText(lines.getFirst());
      size(label);
      free = places.free(around, anchor, label.getWidth(), label.getHeight());
    }
    Rectangle2D place =
        free.orElseGet(() -> places.least(around, anchor, label.getWidth(), label.getHeight()));
    places.take(place);
    label.relocate(place.getMinX(), place.getMinY());
    if (!TextPlaces.isBeside(place, around)) {
      lead(anchor, place);
    }
    return Optional.of(label);
  }

  private static void size(Label label) {
    label.applyCss();
    label.autosize();
  }

  /// From a shape to its text.
  private void lead(Point2D from, Rectangle2D to) {
    Line line =
        new Line(
            from.getX(),
            from.getY(),
            Math.clamp(from.getX(), to.getMinX(), to.getMaxX()),
            Math.clamp(from.getY(), to.getMinY(), to.getMaxY()));
    line.getStyleClass().add("measure-leader");
    line.setMouseTransparent(true);
    getChildren().add(line);
  }

  private Rectangle2D around(Shape shape) {
    List<double[]> points = shape.lines().stream().flatMap(List::stream).map(this::screen).toList();
    double left = points.stream().mapToDouble(p -> p[0]).min().orElse(0);
    double top = points.stream().mapToDouble(p -> p[1]).min().orElse(0);
    double right = points.stream().mapToDouble(p -> p[0]).max().orElse(left);
    double bottom = points.stream().mapToDouble(p -> p[1]).max().orElse(top);
    return new Rectangle2D(left, top, right - left, bottom - top);
  }

  private Point2D anchor(Shape shape) {
    double[] at =
        shape instanceof Arrow arrow
            ? screen(arrow.tail())
            : shape.handles().stream()
                .map(this::screen)
                .max(Comparator.comparingDouble(p -> p[0]))
                .orElseThrow();
    return new Point2D(at[0], at[1]);
  }

  /// Where a point of the ground is on the stage.
  double[] screen(Point point) {
    return picture().orElseThrow().screen(point.x(), point.y());
  }

  /// The point of the ground under a point of the stage.
  Point point(double sx, double sy) {
    double[] index = picture().orElseThrow().indexAt(sx, sy);
    return new Point(index[0], index[1]);
  }

  void cursor(Cursor cursor) {
    setCursor(cursor);
  }

  void add(Node node) {
    getChildren().add(node);
  }

  void remove(Node node) {
    getChildren().remove(node);
  }
}
