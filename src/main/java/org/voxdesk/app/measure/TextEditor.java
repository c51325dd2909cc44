package org.voxdesk.app.measure;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.voxdesk.app.model.Services;

/// Types a measurement's text beside it; Enter or a click elsewhere takes it, Escape leaves it as
/// it was.
final class TextEditor {
  private static final double GAP = 8;

  private final MeasureLayer layer;
  private final MeasureViewModel model;
  private Optional<Open> open = Optional.empty();

  private record Open(TextField field, String seriesUid, MeasureLayer.Item item) {}

  TextEditor(MeasureLayer layer, MeasureViewModel model) {
    this.layer = layer;
    this.model = model;
  }

  boolean isOpen() {
    return open.isPresent();
  }

  /// Whether a node is the field.
  boolean owns(Node node) {
    return open.filter(o -> o.field().equals(node)).isPresent();
  }

  /// Begins to type the text of what is shown.
  void edit(MeasureLayer.Item item) {
    close();
    Services services = model.app().services();
    TextField field = new TextField(item.measurement().text());
    field.setId("measure-text-field");
    field.setAccessibleText(services.text("measure.text"));
    field.setPromptText(services.text("measure.text"));
    field.setPrefColumnCount(14);
    field.setManaged(false);
    open = Optional.of(new Open(field, layer.ground().orElseThrow().seriesUid(), item));
    layer.add(field);
    field.applyCss();
    field.autosize();
    double[] at = layer.screen(item.shape().points().getFirst());
    field.relocate(
        Math.clamp(at[0] + GAP, 0, Math.max(0, layer.getWidth() - field.getWidth())),
        Math.clamp(at[1] + GAP, 0, Math.max(0, layer.getHeight() - field.getHeight())));
    field.setOnAction(event -> close());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is && owns(field)) {
                close();
              }
            });
    field.requestFocus();
    field.selectAll();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      open.ifPresent(o -> o.field().setText(o.item().measurement().text()));
      close();
      event.consume();
    }
  }

  /// Takes what was typed.
  void close() {
    Optional<Open> was = open;
    open = Optional.empty();
    was.ifPresent(
        o -> {
          boolean focused = o.field().isFocused();
          layer.remove(o.field());
          model
              .allProperty()
              .get()
              .find(o.seriesUid(), o.item().measurement().id())
              .ifPresent(m -> model.put(o.seriesUid(), m.withText(o.field().getText().strip())));
          Parent stage = layer.getParent();
          if (focused && stage != null) {
            stage.requestFocus();
          }
        });
  }
}
