package org.voxdesk.app.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.voxdesk.app.i18n.Messages;

/// The cards of [Notifications], one above the other. Clicks beside the cards go through.
public final class NotificationStack extends VBox {
  private final Notifications notifications;
  private final Messages messages;
  private final List<Notification> order = new ArrayList<>();

  /// Shows `notifications` from now on.
  public NotificationStack(Notifications notifications, Messages messages) {
    this.notifications = notifications;
    this.messages = messages;
    getStyleClass().add("notification-stack");
    setPickOnBounds(false);
    setAlignment(Pos.BOTTOM_LEFT);
    notifications.shown().addListener((ListChangeListener<Notification>) change -> refresh());
    refresh();
  }

  /// Keeps the cards that are still shown, so that an opened one does not close when another
  /// arrives.
  private void refresh() {
    List<Notification> shown = List.copyOf(notifications.shown());
    List<Node> cards = new ArrayList<>();
    for (Notification notification : shown) {
      int known = order.indexOf(notification);
      cards.add(known < 0 ? card(notification) : getChildren().get(known));
    }
    order.clear();
    order.addAll(shown);
    getChildren().setAll(cards);
  }

  private Node card(Notification notification) {
    FontIcon icon = new FontIcon(icon(notification));
    icon.getStyleClass().add("notification-icon");
    Label text = new Label(notification.text());
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    Button dismiss = new Button();
    dismiss.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    dismiss.getStyleClass().addAll("flat", "button-icon", "small");
    dismiss.setAccessibleText(messages.text("notification.dismiss"));
    dismiss.setOnAction(event -> notifications.dismiss(notification));
    VBox words = new VBox(text);
    HBox.setHgrow(words, Priority.ALWAYS);
    notification.details().ifPresent(details -> words.getChildren().add(details(details)));
    notification.page().ifPresent(page -> words.getChildren().add(link(page)));
    HBox card = new HBox(icon, words, dismiss);
    card.getStyleClass()
        .addAll("notification-card", notification.severity().name().toLowerCase(Locale.ROOT));
    return card;
  }

  private Node details(String details) {
    Label more = new Label(details);
    more.setWrapText(true);
    more.getStyleClass().add("notification-details");
    Hyperlink link = new Hyperlink(messages.text("notification.details"));
    VBox box = new VBox(link);
    link.setOnAction(event -> box.getChildren().setAll(more));
    return box;
  }

  private Node link(Runnable page) {
    Hyperlink link = new Hyperlink(messages.text("notification.details"));
    link.setOnAction(event -> page.run());
    return link;
  }

  private static Ikon icon(Notification notification) {
    return switch (notification.severity()) {
      case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
      case WARNING -> MaterialDesignA.ALERT_OUTLINE;
      case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
    };
  }
}
