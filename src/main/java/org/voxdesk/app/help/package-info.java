/// What is under Help: the guide, what the program is, its licences, the report of a problem.
/// Entry: [org.voxdesk.app.help.HelpCommands]. The list of keys is in the shell, which owns them.
@NullMarked
package org.voxdesk.app.help;

import org.jspecify.annotations.NullMarked;
