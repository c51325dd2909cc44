package org.voxdesk.app.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// A page of the [Inspector].
///
/// @param titleKey the key of its title in the messages
/// @param content builds the page, called once, when it is first shown
public record InspectorTab(String titleKey, Ikon icon, Supplier<Node> content) {}
