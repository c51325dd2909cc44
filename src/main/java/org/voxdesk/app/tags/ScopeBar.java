package org.voxdesk.app.tags;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Targets;
import org.voxdesk.app.model.Targets.Scope;
import org.voxdesk.dicom.Tag;

/// Says which images the table is about, and lets the user choose: the image that is looked at, its
/// series, study or patient, or what is selected in the library.
final class ScopeBar extends HBox {
  private static final List<Scope> REACHES =
      List.of(Scope.IMAGE, Scope.SERIES, Scope.STUDY, Scope.PATIENT);
  private static final List<Scope> ALL = List.of(Scope.values());

  private final Services services;
  private final Targets targets;
  private final ComboBox<Scope> scope = new ComboBox<>();
  private final Label count = new Label();

  ScopeBar(AppModel app) {
    this.services = app.services();
    this.targets = app.targets();
    getStyleClass().add("tag-line");
    Label label = new Label(services.text("tags.scope"));
    label.setLabelFor(scope);
    label.setMinWidth(USE_PREF_SIZE);
    scope.setId("tags-scope");
    scope.setAccessibleText(services.text("tags.scope"));
    scope.setConverter(new Names());
    // What was chosen one by one in the library is offered while it is so.
    scope.setItems(FXCollections.observableList(REACHES));
    count.getStyleClass().add("tag-note");
    getChildren().addAll(label, scope, count);
    targets.scopeProperty().addListener((property, was, is) -> show());
    targets.imagesProperty().addListener((property, was, is) -> show());
    scope
        .valueProperty()
        .addListener(
            (property, was, is) -> {
              if (is != null) {
                targets.scopeProperty().set(is);
              }
            });
    show();
  }

  private void show() {
    Scope now = targets.scopeProperty().get();
    List<Scope> offered = now == Scope.CHOSEN ? ALL : REACHES;
    if (!scope.getItems().equals(offered)) {
      scope.setItems(FXCollections.observableList(offered));
    }
    scope.setValue(now);
    var images = targets.imagesProperty().get();
    long series = images.stream().map(i -> i.text(Tag.SERIES_INSTANCE_UID)).distinct().count();
    count.setText(services.text("tags.scope.count", images.size(), series));
  }

  private final class Names extends StringConverter<Scope> {
    @Override
    public String toString(Scope value) {
      return value == null ? "" : services.text(key(value));
    }

    private static String key(Scope value) {
      return switch (value) {
        case IMAGE -> "tags.scope.image";
        case SERIES -> "tags.scope.series";
        case STUDY -> "tags.scope.study";
        case PATIENT -> "tags.scope.patient";
        case CHOSEN -> "tags.scope.chosen";
      };
    }

    @Override
    public Scope fromString(String text) {
      return Scope.IMAGE;
    }
  }
}
