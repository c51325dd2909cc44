package org.voxdesk.app.cubes;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.Voxel;

/// The cube that is shown: three planes, what is special about it, and the mosaic; or why there is
/// none.
final class CubeStage extends StackPane {
  private static final int PLANES = 3;

  /// The planes shall not take the mosaic's room.
  private static final double MOST = 190;

  private final Services services;
  private final List<FittedImage> planes = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final FittedImage mosaic = new FittedImage();
  private final Label padded = badge();
  private final Label shifted = badge();
  private final VBox pictures = new VBox();

  CubeStage(Services services, CubesViewModel model) {
    this.services = services;
    getStyleClass().add("cube-stage");
    HBox row = new HBox();
    row.getStyleClass().add("planes");
    // As high as three squares side by side need.
    var height = row.widthProperty().map(width -> Math.min(width.doubleValue() / PLANES, MOST));
    row.minHeightProperty().bind(height);
    row.maxHeightProperty().bind(height);
    for (int i = 0; i < PLANES; i++) {
      StackPane plane = plane();
      HBox.setHgrow(plane, Priority.ALWAYS);
      row.getChildren().add(plane);
    }
    FlowPane badges = new FlowPane(padded, shifted);
    badges.getStyleClass().add("badges");
    badges.managedProperty().bind(padded.managedProperty().or(shifted.managedProperty()));
    mosaic.setAccessibleText(services.text("cubes.mosaic"));
    VBox.setVgrow(mosaic, Priority.ALWAYS);
    pictures.getStyleClass().add("cube-pictures");
    pictures.getChildren().addAll(row, badges, mosaic);
    Label message = new Label();
    message.getStyleClass().add("cube-message");
    message.setWrapText(true);
    message.textProperty().bind(model.messageProperty());
    getChildren().addAll(pictures, message);
    model.pictureProperty().addListener((property, was, is) -> show(is));
    show(model.pictureProperty().get());
  }

  private StackPane plane() {
    FittedImage image = new FittedImage();
    Label name = new Label();
    name.getStyleClass().add("overlay-text");
    StackPane.setAlignment(name, Pos.TOP_LEFT);
    planes.add(image);
    names.add(name);
    StackPane plane = new StackPane(image, name);
    plane.setMinWidth(0);
    plane.setPrefWidth(0);
    plane.setMaxWidth(Double.MAX_VALUE);
    return plane;
  }

  private void show(Optional<CubePicture> picture) {
    pictures.setVisible(picture.isPresent());
    picture.ifPresentOrElse(
        this::show,
        () -> {
          planes.forEach(FittedImage::clear);
          mosaic.clear();
        });
  }

  private void show(CubePicture picture) {
    for (int i = 0; i < PLANES; i++) {
      PlanePicture plane = picture.planes().get(i);
      String name = name(plane.plane());
      planes.get(i).show(plane.image(), plane.proportion());
      planes.get(i).cross(plane.x(), plane.y());
      planes.get(i).setAccessibleText(name);
      names.get(i).setText(name);
    }
    mosaic.show(picture.mosaic(), 1);
    NumberFormat percent = NumberFormat.getPercentInstance(services.messages().locale());
    percent.setMaximumFractionDigits(1);
    show(
        padded,
        picture.isPadded(),
        services.text("cubes.padded", percent.format(picture.paddedPart())),
        services.text("cubes.padded.why", picture.cube().fill()));
    Voxel shift = picture.cube().placement().shift();
    show(
        shifted,
        picture.isShifted(),
        services.text("cubes.shifted", shift.i(), shift.j(), shift.k()),
        services.text("cubes.shifted.why"));
  }

  private static void show(Label badge, boolean wanted, String text, String why) {
    badge.setVisible(wanted);
    badge.setManaged(wanted);
    badge.setText(text);
    badge.getTooltip().setText(why);
    badge.setAccessibleText(text + ". " + why);
  }

  private String name(PlanePicture.Plane plane) {
    return switch (plane) {
      case AXIAL -> services.text("cubes.axial");
      case CORONAL -> services.text("cubes.coronal");
      case SAGITTAL -> services.text("cubes.sagittal");
    };
  }

  private static Label badge() {
    Label badge = new Label();
    badge.getStyleClass().add("badge");
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    badge.setTooltip(tooltip);
    badge.setVisible(false);
    badge.setManaged(false);
    return badge;
  }
}
