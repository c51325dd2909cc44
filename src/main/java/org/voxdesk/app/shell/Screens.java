package org.voxdesk.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What the shell is filled with.
///
/// @param library the left column
/// @param viewer the middle column
/// @param viewerControls what the viewer adds to the tool bar
/// @param inspector the pages of the right column
public record Screens(
    Region library, Region viewer, List<Node> viewerControls, List<InspectorTab> inspector) {}
