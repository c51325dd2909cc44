package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;

/// Edits the set of labels, a line each.
final class LabelsPage extends VBox {
  private LabelsPage(
      Services services, List<String> labels, Consumer<Optional<List<String>>> answer) {
    getStyleClass().addAll("page", "labels-page");
    Label help = new Label(services.text("cubes.labels.help"));
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    TextArea lines = new TextArea(String.join("\n", labels));
    lines.setId("labels-lines");
    lines.setAccessibleText(services.text("cubes.labels.title"));
    lines.setPrefRowCount(9);
    lines.setPrefColumnCount(28);
    Button done = new Button(services.text("cubes.labels.save"));
    done.setId("labels-save");
    done.setOnAction(
        event ->
            answer.accept(
                Optional.of(
                    lines
                        .getText()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList())));
    getChildren()
        .addAll(
            help, lines, PageButtons.line(services, done, () -> answer.accept(Optional.empty())));
    setPrefWidth(420);
  }

  /// Asks for other labels; nodules keep what they are called.
  static void ask(Services services, CubeSettings settings) {
    services
        .dialogs()
        .<List<String>>ask(
            services.text("cubes.labels.title"),
            answer -> new LabelsPage(services, settings.labelsProperty().get(), answer))
        .ifPresent(settings.labelsProperty()::set);
  }
}
