/// Everything the user can tell the window to do, in one table with its key, icon and name. Entry:
/// [org.voxdesk.app.command.Commands]; view models bind what a command does, the shell's menu, tool
/// bar and keyboard run it.
@NullMarked
package org.voxdesk.app.command;

import org.jspecify.annotations.NullMarked;
