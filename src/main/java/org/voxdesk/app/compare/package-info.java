/// What has been changed, and how two images differ. Entry:
/// [org.voxdesk.app.compare.CompareCommands].
@NullMarked
package org.voxdesk.app.compare;

import org.jspecify.annotations.NullMarked;
