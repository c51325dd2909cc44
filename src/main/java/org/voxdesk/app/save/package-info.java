/// Saving: in place, as another file, into a folder; what became of each file. Entry:
/// [org.voxdesk.app.save.SaveCommands].
@NullMarked
package org.voxdesk.app.save;

import org.jspecify.annotations.NullMarked;
