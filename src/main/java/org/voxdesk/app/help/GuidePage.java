package org.voxdesk.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.voxdesk.app.i18n.Messages;

/// The guide, a page a topic, in the language of the window where it is written in that. It needs
/// no browser and no network.
final class GuidePage extends SplitPane {
  private static final double WIDTH = 940;
  private static final double TOPICS_WIDTH = 150;
  private static final String FOLDER = "guide/";
  private static final String SUFFIX = ".md";

  /// The pages in the order of the list.
  static final List<String> TOPICS = List.of("viewer", "tags", "cubes", "recipes");

  private final Messages messages;
  private final ListView<String> topics = new ListView<>(FXCollections.observableList(TOPICS));
  private final ScrollPane page = new ScrollPane();

  GuidePage(Messages messages) {
    this.messages = messages;
    topics.setId("guide-topics");
    topics.setAccessibleText(messages.text("guide.topics"));
    topics.setCellFactory(list -> new TitleCell());
    topics.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> show(is));
    page.setFitToWidth(true);
    page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    topics.setMinWidth(TOPICS_WIDTH);
    topics.setPrefWidth(TOPICS_WIDTH);
    SplitPane.setResizableWithParent(topics, false);
    page.setId("guide-page");
    getItems().addAll(topics, page);
    setDividerPositions(TOPICS_WIDTH / WIDTH);
    setPrefSize(WIDTH, 600);
    topics.getSelectionModel().selectFirst();
  }

  private void show(String topic) {
    page.setContent(new MarkdownView(blocks(topic), GuidePage::picture, this::follow));
    page.setVvalue(0);
  }

  /// Links of the guide lead to its own pages.
  private void follow(String target) {
    topics.getSelectionModel().select(target.replace(SUFFIX, ""));
  }

  private List<Markdown.Block> blocks(String topic) {
    String translated = topic + "_" + messages.locale() + SUFFIX;
    boolean isTranslated = GuidePage.class.getResource(FOLDER + translated) != null;
    try (InputStream in = resource(isTranslated ? translated : topic + SUFFIX)) {
      return Markdown.blocks(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(GuidePage.class.getResourceAsStream(FOLDER + name), name);
  }

  private static Image picture(String name) {
    return new Image(resource(name));
  }

  private final class TitleCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String topic, boolean empty) {
      super.updateItem(topic, empty);
      setText(topic == null ? null : title(topic));
    }

    private String title(String topic) {
      return blocks(topic).getFirst() instanceof Markdown.Heading heading ? heading.text() : topic;
    }
  }
}
