/// The work that goes on in the background, for the status bar. Entry:
/// [org.voxdesk.app.tasks.TasksViewModel]; listens to the task runner, shown by the shell.
@NullMarked
package org.voxdesk.app.tasks;

import org.jspecify.annotations.NullMarked;
