/// The nodules that the user has marked: the list of each series, the steps that undo and redo it,
/// and the sidecar that keeps it. Entry: [org.voxdesk.nodule.Nodules]. `annotation` comes before
/// it, the window after it.
@NullMarked
package org.voxdesk.nodule;

import org.jspecify.annotations.NullMarked;
