package org.voxdesk.app.cubes;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.volume.ResampleMode;

/// The page of cubes: nodules and coordinates above, the cube in the middle, export below.
public final class CubesView extends VBox {
  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 80, 96, 128);
  private static final List<Double> SPACINGS = List.of(0.5, 0.7, 0.8, 1.0, 1.25, 1.5, 2.0);

  private final Services services;
  private final CubesViewModel model;

  private CubesView(Services services, CubesViewModel model, CubeFiles files) {
    this.services = services;
    this.model = model;
    getStyleClass().addAll("inspector-page", "cubes");
    NoduleTable nodules = new NoduleTable(services, model);
    CubeStage stage = new CubeStage(services, model);
    VBox.setVgrow(stage, Priority.ALWAYS);
    getChildren().addAll(nodules, entry(nodules), problem(), settings(), stage, export(files));
  }

  /// The page, and the commands that export, which work before it is first shown.
  public static InspectorTab tab(AppModel app) {
    CubesViewModel model = new CubesViewModel(app);
    CubeFiles files = new CubeFiles(app, model);
    return new InspectorTab(
        CubesViewModel.TITLE,
        MaterialDesignC.CUBE_OUTLINE,
        () -> new CubesView(app.services(), model, files));
  }

  private HBox entry(NoduleTable nodules) {
    CoordinateEntry entry = model.entry();
    ComboBox<CoordinateEntry.Space> space =
        choice(
            "cubes.space",
            List.of(CoordinateEntry.Space.values()),
            entry.spaceProperty(),
            this::name);
    HBox line = new HBox(space);
    line.getStyleClass().add("tag-line");
    List<String> axes = List.of("x", "y", "z");
    for (int axis = 0; axis < axes.size(); axis++) {
      String name = axes.get(axis);
      TextField field = new TextField();
      field.setPromptText(name);
      field.setAccessibleText(services.text("cubes.coordinate", name));
      field.textProperty().bindBidirectional(entry.typed().get(axis));
      field.setOnAction(event -> entry.add());
      field.setPrefColumnCount(5);
      field.setMinWidth(48);
      HBox.setHgrow(field, Priority.ALWAYS);
      line.getChildren().add(field);
    }
    line.getChildren()
        .addAll(
            services.controls().icon("cubes.add", MaterialDesignP.PLUS, entry::add),
            services
                .controls()
                .icon("cubes.remove", MaterialDesignT.TRASH_CAN_OUTLINE, nodules::removeSelected));
    return line;
  }

  private Label problem() {
    Label label = new Label();
    label.getStyleClass().add("tag-problem");
    label.setWrapText(true);
    label.textProperty().bind(model.entry().problemProperty());
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private HBox settings() {
    Node mode =
        choice("cubes.mode", List.of(ResampleMode.values()), model.modeProperty(), this::name);
    Node size =
        choice(
            "cubes.size",
            SIZES,
            model.sizeProperty(),
            n -> services.text("cubes.size.value", Integer.toString(n)));
    Node mm =
        choice(
            "cubes.mm",
            SPACINGS,
            model.mmProperty(),
            n -> services.text("cubes.mm.value", Double.toString(n)));
    HBox line = new HBox(mode, size, mm);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private HBox export(CubeFiles files) {
    Button export = command(Command.EXPORT_CUBE, "cubes.export");
    export.getStyleClass().add("accent");
    Button resample = command(Command.RESAMPLE_SERIES, "cubes.resample");
    Label folder = new Label();
    folder.getStyleClass().add("tag-note");
    folder.setMinWidth(0);
    folder
        .textProperty()
        .bind(
            files
                .folderProperty()
                .map(path -> path.map(p -> String.valueOf(p.getFileName())).orElse("")));
    Tooltip where = new Tooltip();
    where
        .textProperty()
        .bind(files.folderProperty().map(path -> path.map(Object::toString).orElse("")));
    folder.setTooltip(where);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line =
        new HBox(
            export,
            services
                .controls()
                .icon("cubes.folder", MaterialDesignF.FOLDER_COG_OUTLINE, files::chooseFolder),
            folder,
            gap,
            resample);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private Button command(Command command, String nameKey) {
    Button button = new Button(services.text(nameKey));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> services.commands().run(command));
    button.disableProperty().bind(services.commands().availableProperty(command).not());
    button.setId(nameKey.replace('.', '-'));
    return button;
  }

  private <T> ComboBox<T> choice(
      String nameKey, List<T> values, ObjectProperty<T> property, Function<T, String> name) {
    ComboBox<T> choice = new ComboBox<>();
    choice.getItems().setAll(values);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("values are picked, not typed");
          }
        });
    choice.valueProperty().bindBidirectional(property);
    choice.setAccessibleText(services.text(nameKey));
    choice.setTooltip(new Tooltip(services.text(nameKey)));
    choice.setMinWidth(USE_PREF_SIZE);
    return choice;
  }

  private String name(CoordinateEntry.Space space) {
    return switch (space) {
      case LPS -> services.text("cubes.space.lps");
      case VOXEL -> services.text("cubes.space.voxel");
      case GRID -> services.text("cubes.space.grid");
    };
  }

  private String name(ResampleMode mode) {
    return switch (mode) {
      case PHYSICAL -> services.text("cubes.mode.physical");
      case CLASSIC -> services.text("cubes.mode.classic");
    };
  }
}
