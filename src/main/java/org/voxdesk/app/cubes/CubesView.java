package org.voxdesk.app.cubes;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.control.Dividers;
import org.voxdesk.app.control.LiveScroll;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.app.viewer.StageLayer;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.Identifiers;

/// The page of cubes: what is to be known of the series above, then the nodules, then the cube of
/// the selected one, export below. The nodules and the cube share the height by a divider; nothing
/// moves when nodules, badges or exports come and go.
public final class CubesView extends VBox {
  private static final String DIVIDER = "cubes.divider";

  /// So that the list has some six lines in a window of the usual height.
  private static final double USUAL_DIVIDER = 0.36;

  /// Less than this has no room for coordinates beside the buttons.
  private static final double ONE_LINE = 530;

  private static final double FIELD = 52;

  private final Services services;
  private final CubesViewModel model;
  private final CubeExports exports;
  private final BooleanProperty measuring = new SimpleBooleanProperty();

  private CubesView(
      Services services,
      CubesViewModel model,
      CubeExports exports,
      AnnotationCommands annotations) {
    this.services = services;
    this.model = model;
    this.exports = exports;
    getStyleClass().addAll("inspector-page", "cubes");
    NoduleTable nodules = new NoduleTable(services, model);
    CubeStage stage = new CubeStage(services, model, measuring);
    VBox.setVgrow(stage, Priority.ALWAYS);
    VBox.setVgrow(nodules, Priority.ALWAYS);
    SplitPane parts =
        parts(
            new Part(nodules, new LabelBar(services, model), entry(nodules)),
            new Part(new SettingsBar(services, model), stage));
    VBox.setVgrow(parts, Priority.ALWAYS);
    getChildren()
        .addAll(
            scrolled(new Part(new GuardBar(services, model.guard()), parts)),
            export(),
            new QueueBar(services, exports.queue(), exports.folderProperty()));
    acceptDrops(annotations);
    Runnable begin = model.frames()::begin;
    sceneProperty()
        .addListener(
            (property, was, is) -> {
              Optional.ofNullable(was).ifPresent(s -> s.removePreLayoutPulseListener(begin));
              Optional.ofNullable(is).ifPresent(s -> s.addPreLayoutPulseListener(begin));
            });
  }

  /// As high at least as its lines are when they are wrapped at its width, which a divider below it
  /// asks for without a width.
  private static final class Part extends VBox {
    Part(Node... nodes) {
      super(nodes);
      getStyleClass().add("cubes-part");
    }

    @Override
    protected double computeMinHeight(double width) {
      return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
  }

  /// Above each other; where the divider is stays so in the next window.
  private SplitPane parts(VBox above, VBox below) {
    SplitPane parts = new SplitPane(above, below);
    parts.setOrientation(Orientation.VERTICAL);
    parts.getStyleClass().add("cubes-parts");
    parts.setDividerPositions(
        services.preferences().get(DIVIDER).map(CubesView::position).orElse(USUAL_DIVIDER));
    parts.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (isDivider(event)) {
            keep(parts);
          }
        });
    Dividers.takeKeys(parts, services.text("shell.divider"), () -> keep(parts));
    return parts;
  }

  private void keep(SplitPane parts) {
    services.preferences().set(DIVIDER, Double.toString(parts.getDividerPositions()[0]));
  }

  private static boolean isDivider(MouseEvent event) {
    return event.getTarget() instanceof Node node
        && Stream.iterate(node, Objects::nonNull, Node::getParent)
            .anyMatch(each -> each.getStyleClass().contains("split-pane-divider"));
  }

  private static double position(String text) {
    try {
      return Math.clamp(Double.parseDouble(text), 0, 1);
    } catch (NumberFormatException noNumber) {
      return USUAL_DIVIDER;
    }
  }

  /// The page, and its commands, which work before it is first shown.
  ///
  /// @param looking shows a nodule in the pictures of the series
  public static InspectorTab tab(AppModel app, CubesViewModel.Looking looking) {
    CubesViewModel model = new CubesViewModel(app, looking);
    CubeExports exports = new CubeExports(app, model);
    AnnotationCommands annotations = new AnnotationCommands(app);
    return new InspectorTab(
        CubesViewModel.TITLE,
        MaterialDesignC.CUBE_OUTLINE,
        () -> new CubesView(app.services(), model, exports, annotations));
  }

  /// What lies over every stage: with the nodule tool, a drag measures a nodule.
  public static StageLayer layer(AppModel app) {
    return picture -> new DiameterLayer(app, picture);
  }

  /// In a window too low for all of it; what exports stays in sight.
  private static ScrollPane scrolled(VBox page) {
    ScrollPane scroll = new LiveScroll(page);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private void acceptDrops(AnnotationCommands annotations) {
    addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (AnnotationCommands.areAnnotations(files(event))) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<Path> files = files(event);
          if (AnnotationCommands.areAnnotations(files)) {
            annotations.open(files);
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private static List<Path> files(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }

  /// What is done with the selected nodule, and where coordinates are typed; where there is no room
  /// for both, a button puts one in the place of the other.
  private HBox entry(NoduleTable nodules) {
    CoordinateEntry entry = model.entry();
    ComboBox<CoordinateEntry.Space> space =
        new Fields(services)
            .choice(
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
      field.setId("cubes-" + name);
      field.setPrefWidth(FIELD);
      line.getChildren().add(field);
    }
    line.getChildren()
        .addAll(services.controls().icon("cubes.add", MaterialDesignP.PLUS, entry::add));
    Hint hint = new Hint(line);
    entry.problemProperty().addListener((property, was, is) -> hint.show(is));
    HBox actions =
        new HBox(
            services.controls().button(Command.NODULE_PREVIOUS),
            services.controls().button(Command.NODULE_NEXT),
            services.controls().button(Command.NODULE_SHOW),
            ruler(),
            services
                .controls()
                .icon("cubes.center", MaterialDesignC.CROSSHAIRS_GPS, model.preview()::center),
            services
                .controls()
                .icon("cubes.remove", MaterialDesignT.TRASH_CAN_OUTLINE, nodules::removeSelected));
    actions.getStyleClass().add("tag-line");
    ToggleButton typing =
        toggle("cubes.coordinates", MaterialDesignF.FORM_TEXTBOX, "cubes-coordinates");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox both = new HBox(line, actions, gap, typing);
    both.getStyleClass().addAll("tag-line", "cube-entry");
    both.setMinWidth(0);
    BooleanBinding wide = both.widthProperty().greaterThanOrEqualTo(ONE_LINE);
    show(line, wide.or(typing.selectedProperty()));
    show(actions, wide.or(typing.selectedProperty().not()));
    show(typing, wide.not());
    return both;
  }

  private static void show(Node node, BooleanBinding wanted) {
    node.visibleProperty().bind(wanted);
    node.managedProperty().bind(wanted);
  }

  private ToggleButton toggle(String nameKey, Ikon icon, String id) {
    ToggleButton toggle = new ToggleButton();
    toggle.setGraphic(new FontIcon(icon));
    toggle.getStyleClass().addAll("flat", "button-icon");
    toggle.setId(id);
    toggle.setAccessibleText(services.text(nameKey));
    toggle.setTooltip(new Tooltip(services.text(nameKey)));
    return toggle;
  }

  private ToggleButton ruler() {
    ToggleButton ruler = toggle("cubes.ruler", MaterialDesignR.RULER, "cubes-ruler");
    ruler.selectedProperty().bindBidirectional(measuring);
    return ruler;
  }

  private HBox export() {
    Button export = command(Command.EXPORT_CUBE, "cubes.export");
    export.getStyleClass().add("accent");
    Button all = command(Command.EXPORT_CUBES, "cubes.export.all");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line =
        new HBox(
            export,
            all,
            formats(),
            services
                .controls()
                .icon("cubes.folder", MaterialDesignF.FOLDER_COG_OUTLINE, exports::chooseFolder),
            gap,
            more());
    line.getStyleClass().add("tag-line");
    return line;
  }

  private MenuButton formats() {
    MenuButton button = new MenuButton(services.text("cubes.formats"));
    button.setId("cubes-formats");
    button.setTooltip(new Tooltip(services.text("cubes.formats.why")));
    Arrays.stream(CubeFormat.values())
        .map(f -> FormatBoxes.box(services, f, model.settings().formatsProperty()))
        .map(box -> new CustomMenuItem(box, false))
        .forEach(button.getItems()::add);
    Node identifiers =
        new Fields(services)
            .choice(
                "cubes.identifiers",
                List.of(Identifiers.values()),
                model.settings().identifiersProperty(),
                this::name);
    CustomMenuItem item = new CustomMenuItem(identifiers, false);
    item.getStyleClass().add("form-item");
    button.getItems().addAll(new SeparatorMenuItem(), item);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private MenuButton more() {
    MenuButton button = new MenuButton();
    button.setGraphic(new FontIcon(MaterialDesignD.DOTS_VERTICAL));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setId("cubes-commands");
    button.setAccessibleText(services.text("cubes.commands"));
    button.setTooltip(new Tooltip(services.text("cubes.commands")));
    List.of(
            Command.EXPORT_DATASET,
            Command.RESAMPLE_SERIES,
            Command.OPEN_ANNOTATIONS,
            Command.SAVE_ANNOTATIONS)
        .forEach(command -> button.getItems().add(services.controls().menuItem(command)));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button command(Command command, String nameKey) {
    Button button = new Button(services.text(nameKey));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> services.commands().run(command));
    button.disableProperty().bind(services.commands().availableProperty(command).not());
    button.setId(nameKey.replace('.', '-'));
    return button;
  }

  private String name(CoordinateEntry.Space space) {
    return switch (space) {
      case LPS -> services.text("cubes.space.lps");
      case VOXEL -> services.text("cubes.space.voxel");
      case GRID -> services.text("cubes.space.grid");
    };
  }

  private String name(Identifiers identifiers) {
    return switch (identifiers) {
      case PSEUDONYMOUS -> services.text("cubes.identifiers.pseudonymous");
      case FULL -> services.text("cubes.identifiers.full");
    };
  }
}
