package org.voxdesk.app.cubes;

import java.text.NumberFormat;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;
import org.voxdesk.nodule.Duplicates;
import org.voxdesk.volume.Voxel;

/// The cube that is shown: three planes, where they meet, what is special about it, and the mosaic;
/// or why there is none.
final class CubeStage extends StackPane {
  private static final int PLANES = 3;

  /// Position, badges and window, with what is between them.
  private static final double LINES = 102;

  private static final double LEAST_HEIGHT = LINES + 200;

  private final Services services;
  private final CubesViewModel model;
  private final Label padded = badge();
  private final Label shifted = badge();
  private final Label edge = badge();
  private final Label thin = badge();
  private final Label twice = badge();
  private final HBox badges = new HBox();
  private final VBox pictures = new VBox();

  /// As high as three squares side by side need, but not so that they take the mosaic's room.
  private static final class Planes extends HBox {
    private static final double MOST = 190;
    private static final double LEAST = 90;
    private static final double SHARE = 0.45;

    private double most = MOST;

    /// @param height what planes and mosaic have together
    void share(double height) {
      double share = Math.clamp(height * SHARE, LEAST, MOST);
      if (share != most) {
        most = share;
        requestLayout();
      }
    }

    Planes() {
      getStyleClass().add("planes");
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.floor(Math.min((width < 0 ? getWidth() : width) / PLANES, most));
    }

    @Override
    protected double computeMaxHeight(double width) {
      return computePrefHeight(width);
    }
  }

  /// @param measuring whether a drag in a plane measures
  CubeStage(Services services, CubesViewModel model, ReadOnlyBooleanProperty measuring) {
    this.services = services;
    this.model = model;
    getStyleClass().add("cube-stage");
    Planes row = new Planes();
    for (int at = 0; at < PLANES; at++) {
      PlaneView plane = new PlaneView(services, model, at, measuring);
      HBox.setHgrow(plane, Priority.ALWAYS);
      row.getChildren().add(plane);
    }
    badges
        .getChildren()
        .addAll(new RatingsButton(services, model), padded, shifted, edge, thin, twice);
    badges.getStyleClass().add("badges");
    setMinHeight(LEAST_HEIGHT);
    heightProperty().addListener((property, was, is) -> row.share(is.doubleValue() - LINES));
    MosaicView mosaic = new MosaicView(services, model.preview());
    VBox.setVgrow(mosaic, Priority.ALWAYS);
    pictures.getStyleClass().add("cube-pictures");
    pictures.getChildren().addAll(row, position(), badges, new WindowBar(services, model), mosaic);
    Label message = new Label();
    message.getStyleClass().add("cube-message");
    message.setWrapText(true);
    message.textProperty().bind(model.messageProperty());
    getChildren().addAll(pictures, message);
    model.pictureProperty().addListener((property, was, is) -> show(is));
    model.duplicatesProperty().addListener((p, was, is) -> show(model.pictureProperty().get()));
    show(model.pictureProperty().get());
  }

  /// Where the planes meet.
  private Label position() {
    Label position = new Label();
    position.setId("cubes-position");
    position.getStyleClass().addAll("fixed-width", "cube-position");
    position.textProperty().bind(model.preview().positionProperty());
    position.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.preview().positionProperty());
    position.setTooltip(whole);
    return position;
  }

  private void show(Optional<CubePicture> picture) {
    pictures.setVisible(picture.isPresent());
    picture.ifPresent(this::show);
  }

  private void show(CubePicture picture) {
    NumberFormat percent = NumberFormat.getPercentInstance(services.messages().locale());
    percent.setMaximumFractionDigits(1);
    show(
        padded,
        picture.isPadded(),
        services.text("cubes.padded", percent.format(picture.paddedPart())),
        services.text("cubes.padded.why", Integer.toString(picture.cube().fill())));
    Voxel shift = picture.cube().placement().shift();
    show(
        shifted,
        picture.isShifted(),
        services.text("cubes.shifted", shift.i(), shift.j(), shift.k()),
        services.text("cubes.shifted.why"));
    show(edge, picture.atEdge(), services.text("cubes.edge"), services.text("cubes.edge.why"));
    show(thin, picture.thin(), services.text("cubes.thin"), services.text("cubes.thin.why"));
    Optional<Duplicates.Near> near =
        Optional.ofNullable(model.duplicatesProperty().get().get(picture.nodule().id()));
    show(
        twice,
        near.isPresent(),
        near.map(n -> services.text("cubes.near", n.other().number())).orElse(""),
        near.map(n -> services.text("cubes.near.why", n.other().number(), n.mm())).orElse(""));
  }

  private static void show(Label badge, boolean wanted, String text, String why) {
    badge.setVisible(wanted);
    badge.setManaged(wanted);
    badge.setText(text);
    badge.getTooltip().setText(why);
    badge.setAccessibleText(text + ". " + why);
  }

  private static Label badge() {
    Label badge = new Label();
    badge.getStyleClass().add("badge");
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    badge.setTooltip(tooltip);
    badge.setMinWidth(30);
    badge.setVisible(false);
    badge.setManaged(false);
    return badge;
  }
}
