/// De-identification in the window: options, a preview of what will change, warnings. Entry:
/// [org.voxdesk.app.deid.DeidentifyCommands].
@NullMarked
package org.voxdesk.app.deid;

import org.jspecify.annotations.NullMarked;
