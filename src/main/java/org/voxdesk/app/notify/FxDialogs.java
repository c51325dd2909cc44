package org.voxdesk.app.notify;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.prefs.Preferences;

/// The dialogs of the real window: the system's file choosers, and JavaFX dialogs.
public final class FxDialogs implements Dialogs {
  /// What the roots of windows have where the theme is light.
  private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");

  private final Supplier<Window> owner;
  private final Messages messages;
  private final Preferences preferences;

  /// The dialogs that are shown, each above the one before it.
  private final List<Window> open = new ArrayList<>();

  /// Dialogs on top of the window that `owner` gives.
  public FxDialogs(Supplier<Window> owner, Messages messages, Preferences preferences) {
    this.owner = owner;
    this.messages = messages;
    this.preferences = preferences;
  }

  @Override
  public List<Path> openFiles(String title) {
    FileChooser chooser = fileChooser(title);
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    List<Path> paths = chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    paths.stream().findFirst().ifPresent(path -> remember(path.getParent()));
    return paths;
  }

  @Override
  public Optional<Path> openFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    preferences.lastDirectory().ifPresent(path -> chooser.setInitialDirectory(path.toFile()));
    Optional<Path> folder = Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    folder.ifPresent(this::remember);
    return folder;
  }

  @Override
  public Optional<Path> saveFile(String title, Optional<Path> folder, String suggestedName) {
    FileChooser chooser = fileChooser(title);
    folder.filter(Files::isDirectory).ifPresent(path -> chooser.setInitialDirectory(path.toFile()));
    chooser.setInitialFileName(suggestedName);
    Optional<Path> file =
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    file.ifPresent(path -> remember(path.getParent()));
    return file;
  }

  private static Node content(Question question) {
    VBox content = new VBox(words(question.text()));
    content.getStyleClass().add("question");
    question
        .tick()
        .ifPresent(
            tick -> {
              CheckBox box = new CheckBox(tick.label());
              box.setWrapText(true);
              box.setMnemonicParsing(false);
              box.selectedProperty().bindBidirectional(tick.on());
              content.getChildren().add(box);
            });
    return content;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setPrefWidth(420);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  @Override
  public OptionalInt choose(Question question) {
    ButtonData kind = question.options().size() == 1 ? ButtonData.OK_DONE : ButtonData.OTHER;
    List<ButtonType> buttons =
        question.options().stream().map(name -> new ButtonType(name, kind)).toList();
    ButtonType cancel = new ButtonType(messages.text("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    ButtonType[] all =
        Stream.concat(buttons.stream(), Stream.of(cancel)).toArray(ButtonType[]::new);
    Dialog<ButtonType> dialog = dialog(question.title(), content(question), all);
    ButtonType usual = question.usual().isPresent() ? all[question.usual().getAsInt()] : cancel;
    for (ButtonType type : all) {
      if (dialog.getDialogPane().lookupButton(type) instanceof Button button) {
        button.setDefaultButton(type.equals(usual));
      }
    }
    int chosen = dialog.showAndWait().map(buttons::indexOf).orElse(-1);
    return chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
  }

  @Override
  public void show(String title, Supplier<Node> page) {
    ButtonType close = new ButtonType(messages.text("dialog.close"), ButtonData.CANCEL_CLOSE);
    dialog(title, page.get(), close).showAndWait();
  }

  @Override
  public <T> Optional<T> ask(String title, Function<Consumer<Optional<T>>, Node> page) {
    // The page has buttons of its own; without this one the window could not be closed.
    ButtonType cancel = new ButtonType(messages.text("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    AtomicReference<Optional<T>> answer = new AtomicReference<>(Optional.empty());
    AtomicReference<Runnable> close = new AtomicReference<>(() -> {});
    Node content =
        page.apply(
            given -> {
              answer.set(given);
              close.get().run();
            });
    Dialog<ButtonType> dialog = dialog(title, content, cancel);
    close.set(
        () -> {
          dialog.setResult(cancel);
          dialog.close();
        });
    closeByEscape(dialog, close.get());
    Node button = dialog.getDialogPane().lookupButton(cancel);
    button.setVisible(false);
    button.setManaged(false);
    if (dialog.getDialogPane().lookup(".button-bar") instanceof Region bar) {
      bar.setMinHeight(0);
      bar.setPrefHeight(0);
      bar.setMaxHeight(0);
      bar.setVisible(false);
    }
    dialog.showAndWait();
    return answer.get();
  }

  /// A button that is not seen does not take the key; fields that have no use for it hand it on.
  private static void closeByEscape(Dialog<ButtonType> dialog, Runnable close) {
    dialog
        .getDialogPane()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
              }
            });
  }

  private Dialog<ButtonType> dialog(String title, Node content, ButtonType... buttons) {
    Dialog<ButtonType> dialog = new Dialog<>();
    Window window = open.isEmpty() ? owner.get() : open.getLast();
    dialog.initOwner(window);
    dialog.setOnShown(event -> opened(dialog.getDialogPane().getScene().getWindow()));
    dialog.setTitle(title);
    dialog.setHeaderText(title);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getButtonTypes().setAll(buttons);
    for (ButtonType type : buttons) {
      // What a button does must be read whole.
      if (dialog.getDialogPane().lookupButton(type) instanceof Button button) {
        ButtonBar.setButtonUniformSize(button, false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
      }
    }
    closeFromLists(dialog.getDialogPane());
    dialog.getDialogPane().getStylesheets().setAll(window.getScene().getStylesheets());
    boolean light = window.getScene().getRoot().getPseudoClassStates().contains(LIGHT);
    dialog.getDialogPane().pseudoClassStateChanged(LIGHT, light);
    return dialog;
  }

  /// A list takes the key to end an editing, also where nothing is edited.
  private static void closeFromLists(DialogPane pane) {
    pane.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE
              && event.getTarget() instanceof ListView<?> list
              && list.getEditingIndex() < 0) {
            event.consume();
            pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isCancelButton())
                .map(pane::lookupButton)
                .filter(Button.class::isInstance)
                .forEach(button -> ((Button) button).fire());
          }
        });
  }

  private void opened(Window window) {
    open.add(window);
    window.setOnHiding(event -> open.remove(window));
  }

  private FileChooser fileChooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    preferences.lastDirectory().ifPresent(path -> chooser.setInitialDirectory(path.toFile()));
    return chooser;
  }

  private void remember(Path directory) {
    if (Files.isDirectory(directory)) {
      preferences.setLastDirectory(directory);
    }
  }
}
