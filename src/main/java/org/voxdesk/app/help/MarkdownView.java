package org.voxdesk.app.help;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A page of [Markdown] as nodes.
final class MarkdownView extends VBox {
  private static final double PICTURE_WIDTH = 680;

  /// As the stylesheet has them.
  private static final double SIDES = 36;

  private static final double FIRST_COLUMN = 30;

  private final Function<String, Image> pictures;
  private final Consumer<String> follow;

  /// @param pictures finds the picture of a name
  /// @param follow is given where a link leads when it is clicked
  MarkdownView(
      List<Markdown.Block> blocks, Function<String, Image> pictures, Consumer<String> follow) {
    this.pictures = pictures;
    this.follow = follow;
    getStyleClass().add("guide");
    setMinWidth(0);
    blocks.forEach(block -> getChildren().add(node(block)));
  }

  private Node node(Markdown.Block block) {
    return switch (block) {
      case Markdown.Heading(int level, String text) -> styled(new Label(text), "heading" + level);
      case Markdown.Paragraph(List<Markdown.Run> runs) -> flow(runs);
      case Markdown.Item(List<Markdown.Run> runs) -> item(runs);
      case Markdown.Table table -> table(table);
      case Markdown.Code(String text) -> styled(new Label(text), "code");
      case Markdown.Picture(String words, String file) -> picture(words, file);
    };
  }

  private static Label styled(Label label, String style) {
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private TextFlow flow(List<Markdown.Run> runs) {
    TextFlow flow = new TextFlow();
    runs.forEach(run -> flow.getChildren().add(text(run)));
    return flow;
  }

  private Node text(Markdown.Run run) {
    if (run.style() == Markdown.Style.LINK) {
      Hyperlink link = new Hyperlink(run.text());
      link.setOnAction(event -> follow.accept(run.target()));
      return link;
    }
    Text text = new Text(run.text());
    text.getStyleClass().addAll("text", run.style().name().toLowerCase(Locale.ROOT));
    return text;
  }

  private Node item(List<Markdown.Run> runs) {
    Label point = new Label("•");
    TextFlow words = flow(runs);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox item = new HBox(point, words);
    item.getStyleClass().add("item");
    return item;
  }

  /// The first column is as wide as its words, up to a share of the width; the last takes the rest.
  private Node table(Markdown.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table");
    int columns = table.rows().getFirst().size();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(
          column == 0 ? FIRST_COLUMN : (100 - FIRST_COLUMN) / Math.max(1, columns - 1));
      grid.getColumnConstraints().add(width);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.rows().get(row).size(); column++) {
        TextFlow cell = flow(table.rows().get(row).get(column));
        cell.getStyleClass().add(row == 0 ? "title" : "cell");
        grid.add(cell, column, row);
      }
    }
    return grid;
  }

  private Node picture(String words, String file) {
    ImageView view = new ImageView(pictures.apply(file));
    view.setPreserveRatio(true);
    view.fitWidthProperty().bind(Bindings.min(PICTURE_WIDTH, widthProperty().subtract(SIDES)));
    view.setAccessibleText(words);
    return view;
  }
}
