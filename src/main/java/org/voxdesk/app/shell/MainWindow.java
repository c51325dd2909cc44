package org.voxdesk.app.shell;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.app.prefs.WindowBounds;
import org.voxdesk.app.tasks.TasksViewModel;

/// The window: puts the shell on a stage, in the theme, size and place that the user left it.
public final class MainWindow {
  private static final double LEAST_WIDTH = 800;
  private static final double LEAST_HEIGHT = 500;
  private static final Duration FRAMED = Duration.millis(1500);
  private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");

  private final Stage stage;
  private final Services services;
  private final ShellView shell;
  private final ShellViewModel model;
  private final WindowBounds bounds;

  /// Puts `screens` on `stage`, which is not shown yet.
  public MainWindow(
      Stage stage,
      AppModel app,
      ShellViewModel model,
      WindowTheme theme,
      TasksViewModel tasks,
      Screens screens) {
    this.stage = stage;
    this.services = app.services();
    this.model = model;
    this.shell = new ShellView(app, model, tasks, screens);
    this.bounds = bounds();
    // Without a size of its own the scene would first be laid out in the size that it prefers.
    Scene scene = new Scene(shell, bounds.width(), bounds.height());
    scene.getStylesheets().add(stylesheet());
    Fonts.family(services.messages().locale())
        .ifPresent(family -> shell.setStyle("-fx-font-family: \"" + family + "\";"));
    ChangedKeys.follow(services.shortcuts(), services.commands()::run, scene);
    stage.setScene(scene);
    stage.setTitle("Voxdesk");
    stage.setMinWidth(Math.min(LEAST_WIDTH, bounds.width()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, bounds.height()));
    follow(theme.light());
    bindFullScreen();
    bindCommands();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          app.leave(stage::close);
        });
    place();
  }

  /// Our own stylesheet, on top of the theme.
  public static String stylesheet() {
    return Objects.requireNonNull(
            MainWindow.class.getResource("/org/voxdesk/app/voxdesk.css"), "voxdesk.css is missing")
        .toExternalForm();
  }

  /// Shows the window.
  public void show() {
    show(() -> {});
  }

  /// Shows the window, and runs `afterwards` once it is seen, with what need not be there before.
  public void show(Runnable afterwards) {
    Scene scene = stage.getScene();
    Runnable seen =
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            // After this pulse, in which the window is drawn.
            Platform.runLater(
                () -> {
                  placeFramed();
                  keepOnScreen();
                  shell.complete();
                  afterwards.run();
                });
          }
        };
    scene.addPostLayoutPulseListener(seen);
    shell.placeDividers(services.preferences().dividers());
    stage.show();
  }

  /// Writes down where the window and its dividers are.
  public void remember() {
    Preferences preferences = services.preferences();
    if (!stage.isFullScreen() && !stage.isIconified()) {
      preferences.setWindowBounds(
          new WindowBounds(
              stage.getX(),
              stage.getY(),
              stage.getWidth(),
              stage.getHeight(),
              stage.isMaximized()));
    }
    preferences.setDividers(shell.dividers());
  }

  private WindowBounds bounds() {
    return services
        .preferences()
        .windowBounds()
        .filter(MainWindow::isOnSomeScreen)
        .map(MainWindow::fitted)
        .orElseGet(() -> usual(Screen.getPrimary().getVisualBounds()));
  }

  /// Within the screen that it is on, which may have another scale than it had.
  private static WindowBounds fitted(WindowBounds bounds) {
    return bounds.within(
        Screen.getScreensForRectangle(bounds.x() + 40, bounds.y(), bounds.width() - 80, 30)
            .getFirst()
            .getVisualBounds());
  }

  private void place() {
    stage.setX(bounds.x());
    stage.setY(bounds.y());
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    stage.setMaximized(bounds.maximized());
  }

  /// Where there was no frame yet, X11 put the window's content where its frame belongs: each start
  /// would leave it a title bar higher.
  private void placeFramed() {
    if (!stage.isMaximized() && !stage.isFullScreen()) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
    }
  }

  /// A frame that comes later than that, on a busy machine, moves the window above the screen.
  private void keepOnScreen() {
    PauseTransition late = new PauseTransition(FRAMED);
    late.setOnFinished(
        event -> {
          double top = bounds.y();
          if (!stage.isMaximized() && !stage.isFullScreen() && stage.getY() < Math.min(0, top)) {
            stage.setY(top);
          }
        });
    late.play();
  }

  private static WindowBounds usual(Rectangle2D screen) {
    double width = Math.min(screen.getWidth(), 1580);
    double height = Math.min(screen.getHeight(), 1000);
    return new WindowBounds(
        screen.getMinX() + (screen.getWidth() - width) / 2,
        screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height,
        false);
  }

  /// A screen may have been unplugged since; enough of the title bar must be left to drag by.
  private static boolean isOnSomeScreen(WindowBounds bounds) {
    return !Screen.getScreensForRectangle(bounds.x() + 40, bounds.y(), bounds.width() - 80, 30)
        .isEmpty();
  }

  private void follow(ObservableBooleanValue light) {
    light.addListener((property, was, is) -> shell.pseudoClassStateChanged(LIGHT, is));
    shell.pseudoClassStateChanged(LIGHT, light.get());
  }

  private void bindFullScreen() {
    // Escape leaves tools here; the key that enters full screen leaves it.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    model.fullScreenProperty().addListener((property, was, is) -> stage.setFullScreen(is));
    stage.fullScreenProperty().addListener((p, was, is) -> model.fullScreenProperty().set(is));
  }

  private void bindCommands() {
    services
        .commands()
        .bind(
            Command.EXIT,
            () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    services
        .commands()
        .bind(
            Command.SHORTCUTS,
            () ->
                services
                    .dialogs()
                    .show(
                        services.text("shortcuts.title"),
                        () -> new ShortcutsPage(services, shell.menu().groups())));
  }
}
