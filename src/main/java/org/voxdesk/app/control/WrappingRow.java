package org.voxdesk.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/// A row that goes on in another line where it does not fit. What is to grow, as in an [HBox],
/// shares what is left of its line.
public class WrappingRow extends Pane {
  private static final double GAP = 8;
  private static final double LINE_GAP = 6;

  /// A row of these.
  public WrappingRow(Node... nodes) {
    super(nodes);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return needed(getManagedChildren(), Double.MAX_VALUE)
        + snappedLeftInset()
        + snappedRightInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = (width < 0 ? prefWidth(-1) : width) - snappedLeftInset() - snappedRightInset();
    double height = snappedTopInset() + snappedBottomInset();
    List<List<Node>> lines = lines(room);
    for (List<Node> line : lines) {
      height += height(line, room);
    }
    return height + LINE_GAP * Math.max(0, lines.size() - 1);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    double y = snappedTopInset();
    for (List<Node> line : lines(room)) {
      double height = height(line, room);
      double more = grown(line, room);
      double x = snappedLeftInset();
      for (Node node : line) {
        double width = width(node, room) + (grows(node) ? more : 0);
        double high = Math.min(height, high(node, width));
        node.resizeRelocate(
            snapPositionX(x), snapPositionY(y + (height - high) / 2), snapSizeX(width), high);
        x += width + GAP;
      }
      y += height + LINE_GAP;
    }
  }

  private List<List<Node>> lines(double room) {
    List<List<Node>> lines = new ArrayList<>();
    List<Node> line = new ArrayList<>();
    for (Node node : getManagedChildren()) {
      line.add(node);
      if (line.size() > 1 && needed(line, room) > room) {
        line.removeLast();
        lines.add(line);
        line = new ArrayList<>(List.of(node));
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private double needed(List<Node> line, double room) {
    return line.stream().mapToDouble(node -> width(node, room)).sum()
        + GAP * Math.max(0, line.size() - 1);
  }

  /// What each node that grows gets of the room that is left.
  private double grown(List<Node> line, double room) {
    long growing = line.stream().filter(WrappingRow::grows).count();
    return growing == 0 ? 0 : Math.max(0, room - needed(line, room)) / growing;
  }

  private double height(List<Node> line, double room) {
    double more = grown(line, room);
    return line.stream()
        .mapToDouble(node -> high(node, width(node, room) + (grows(node) ? more : 0)))
        .max()
        .orElse(0);
  }

  private double width(Node node, double room) {
    return Math.min(room, snapSizeX(node.prefWidth(-1)));
  }

  private double high(Node node, double width) {
    return snapSizeY(node.prefHeight(width));
  }

  private static boolean grows(Node node) {
    return HBox.getHgrow(node) == Priority.ALWAYS;
  }
}
