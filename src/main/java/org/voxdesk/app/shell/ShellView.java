package org.voxdesk.app.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.voxdesk.app.control.Dividers;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.NotificationStack;
import org.voxdesk.app.tasks.TasksViewModel;

/// Everything inside the window's frame: menu and tools above, library, viewer and inspector side
/// by side, the status bar below, notifications over them.
public final class ShellView extends StackPane {
  private static final double LEAST_CARD = 240;

  private final ShellMenu menu;
  private final SplitPane columns;
  private final Inspector inspector;
  private final StackPane inspectorColumn = new StackPane();
  private boolean dividersMoved;

  /// A shell around `screens`.
  public ShellView(AppModel app, ShellViewModel shell, TasksViewModel tasks, Screens screens) {
    Services services = app.services();
    getStyleClass().add("shell");
    menu = new ShellMenu(services, shell, app.session()::open);
    inspector = new Inspector(screens.inspector(), services.messages());
    inspector.follow(app.pageProperty());
    columns = new SplitPane(screens.library(), screens.viewer(), inspectorColumn);
    columns.getStyleClass().add("columns");
    Dividers.takeKeys(columns, services.text("shell.divider"), () -> dividersMoved = true);
    screens.library().setMinWidth(150);
    screens.viewer().setMinWidth(300);
    inspectorColumn.setMinWidth(280);
    // When the window grows, the picture grows.
    SplitPane.setResizableWithParent(screens.library(), false);
    SplitPane.setResizableWithParent(inspectorColumn, false);
    BorderPane page = new BorderPane(columns);
    page.setTop(new VBox(menu, new ShellToolBar(services.controls(), screens.viewerControls())));
    page.setBottom(new StatusBar(app, tasks));
    NotificationStack notifications =
        new NotificationStack(services.notifications(), services.messages());
    // As wide as the left column, so that no card lies over the picture or its tools.
    notifications
        .maxWidthProperty()
        .bind(Bindings.max(LEAST_CARD, screens.library().widthProperty()));
    setAlignment(notifications, Pos.BOTTOM_LEFT);
    getChildren().addAll(page, notifications);
    addEventFilter(KeyEvent.KEY_PRESSED, new MenuPaging());
    addEventFilter(KeyEvent.KEY_PRESSED, new LabelKeys(services));
  }

  /// Builds what the window can be seen without.
  void complete() {
    inspectorColumn.getChildren().setAll(inspector);
    inspector.fill();
  }

  /// Places the dividers: at `positions` if there are two, else so that the window looks balanced.
  /// They follow the window's width until somebody takes hold of one.
  void placeDividers(List<Double> positions) {
    Runnable place =
        () -> {
          double width = columns.getWidth() > 0 ? columns.getWidth() : getWidth();
          if (!dividersMoved && width > 0) {
            List<Double> at = positions.size() == 2 ? positions : usualDividers(width);
            columns.setDividerPositions(at.get(0), at.get(1));
          }
        };
    columns.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dividersMoved |= isDivider(event));
    // The split pane has its own idea of where its dividers belong while it is being laid out.
    columns.widthProperty().addListener((property, was, is) -> Platform.runLater(place));
    place.run();
    Platform.runLater(place);
  }

  private static boolean isDivider(MouseEvent event) {
    return event.getTarget() instanceof Node node
        && node.getStyleClass().contains("split-pane-divider");
  }

  /// Where the dividers are, as fractions of the width.
  List<Double> dividers() {
    return columns.getDividers().stream().map(SplitPane.Divider::getPosition).toList();
  }

  ShellMenu menu() {
    return menu;
  }

  /// The side columns take what their contents need, within bounds; the viewer gets the rest.
  static List<Double> usualDividers(double width) {
    double library = Math.clamp(width * 0.18, 200, 300);
    double inspector = Math.clamp(width * 0.37, 320, 640);
    return List.of(library / width, 1 - inspector / width);
  }
}
