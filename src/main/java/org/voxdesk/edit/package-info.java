/// Changes of data sets: single edits, the history that undoes and redoes them, and the pixel edit.
/// Entries: [org.voxdesk.edit.Edit] and [org.voxdesk.edit.EditHistory]. Comes after `study`; what
/// it makes goes back to files through `io`.
@NullMarked
package org.voxdesk.edit;

import org.jspecify.annotations.NullMarked;
