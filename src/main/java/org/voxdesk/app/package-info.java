/// The JavaFX application: what starts it and wires it together. Entry: [org.voxdesk.app.Launcher];
/// the subpackages hold one screen or one service of the window each.
@NullMarked
package org.voxdesk.app;

import org.jspecify.annotations.NullMarked;
