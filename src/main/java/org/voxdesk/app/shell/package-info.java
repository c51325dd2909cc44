/// The window around the screens: menu, tool bar, three columns, status bar. Entry:
/// [org.voxdesk.app.shell.MainWindow]; made by the launcher, which hands it the screens.
@NullMarked
package org.voxdesk.app.shell;

import org.jspecify.annotations.NullMarked;
