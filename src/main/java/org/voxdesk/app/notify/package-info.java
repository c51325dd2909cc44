/// What the program says to its user and asks of them. Entries:
/// [org.voxdesk.app.notify.Notifications] for what is said in passing,
/// [org.voxdesk.app.notify.Dialogs] for questions; used by every view model, shown by the shell.
@NullMarked
package org.voxdesk.app.notify;

import org.jspecify.annotations.NullMarked;
