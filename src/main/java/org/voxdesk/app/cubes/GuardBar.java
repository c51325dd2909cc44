package org.voxdesk.app.cubes;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.voxdesk.app.control.LiveScroll;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.ResampleMode;

/// What is to be known of the series, before the click: a badge in a few words, which opens what it
/// is about and what each mode does with it. Opens by itself where there is something to know.
final class GuardBar extends VBox {
  /// A long story does not push the rest out of the window.
  private static final double MOST_DETAILS = 104;

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final Services services;
  private final Guard guard;
  private final FontIcon icon = new FontIcon();
  private final Label words = new Label();
  private final Label lies = line();
  private final Label physical = line();
  private final Label classic = line();
  private final Tooltip tooltip = new Tooltip();
  private final ToggleButton open = new ToggleButton();

  /// As high as what is in it, within bounds.
  private static final class Bounded extends LiveScroll {
    private final VBox details;

    Bounded(VBox details) {
      super(details);
      this.details = details;
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      getStyleClass().add("edge-to-edge");
      setMinHeight(USE_PREF_SIZE);
      setMaxHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.min(MOST_DETAILS, Math.ceil(details.prefHeight(width < 0 ? getWidth() : width)));
    }
  }

  GuardBar(Services services, Guard guard) {
    this.services = services;
    this.guard = guard;
    getStyleClass().add("guard");
    words.setId("guard-words");
    words.setGraphic(icon);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(460);
    words.setTooltip(tooltip);
    HBox.setHgrow(words, Priority.ALWAYS);
    FontIcon chevron = new FontIcon(MaterialDesignC.CHEVRON_DOWN);
    open.setGraphic(chevron);
    open.selectedProperty()
        .addListener(
            (property, was, is) ->
                chevron.setIconCode(
                    is ? MaterialDesignC.CHEVRON_UP : MaterialDesignC.CHEVRON_DOWN));
    open.getStyleClass().addAll("flat", "button-icon");
    open.setId("guard-open");
    open.setAccessibleText(services.text("guard.open"));
    open.setTooltip(new Tooltip(services.text("guard.open")));
    HBox head = new HBox(words, open);
    head.getStyleClass().add("guard-head");
    VBox details = new VBox(lies, physical, classic);
    details.getStyleClass().add("guard-details");
    ScrollPane bounded = new Bounded(details);
    bounded.visibleProperty().bind(open.selectedProperty());
    bounded.managedProperty().bind(open.selectedProperty());
    getChildren().addAll(head, bounded);
    ObservableValue<Boolean> known = guard.verdictProperty().map(verdict -> verdict.isPresent());
    visibleProperty().bind(known);
    guard
        .verdictProperty()
        .addListener(
            (property, was, is) -> {
              boolean another = !was.map(v -> v.report()).equals(is.map(v -> v.report()));
              show(another);
            });
    show(true);
  }

  private void show(boolean another) {
    boolean fine = guard.isUniform();
    icon.setIconCode(fine ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALERT_OUTLINE);
    pseudoClassStateChanged(WARNING, !fine);
    words.setText(services.text("guard.words", guard.inShort()));
    lies.setText(guard.lies());
    physical.setText(services.text("guard.physical", guard.why(ResampleMode.PHYSICAL)));
    classic.setText(
        guard.isOffered(ResampleMode.CLASSIC)
            ? services.text("guard.classic", guard.why(ResampleMode.CLASSIC))
            : services.text("guard.classic.not", guard.why(ResampleMode.CLASSIC)));
    String all = String.join("\n", lies.getText(), physical.getText(), classic.getText());
    tooltip.setText(all);
    words.setAccessibleText(words.getText() + ". " + all);
    if (another) {
      open.setSelected(!fine);
    }
  }

  private static Label line() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
