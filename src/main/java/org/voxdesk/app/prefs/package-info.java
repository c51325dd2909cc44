/// What the window remembers between runs. Entry: [org.voxdesk.app.prefs.Preferences]; read and
/// written by the shell, kept in the user's configuration directory, never beside images.
@NullMarked
package org.voxdesk.app.prefs;

import org.jspecify.annotations.NullMarked;
