/// The middle column: one series, slice by slice. Entries: [org.voxdesk.app.viewer.ViewerViewModel]
/// and [org.voxdesk.app.viewer.ViewerView]; follows what the session looks at, draws through
/// `render`, marks nodules for the cubes.
@NullMarked
package org.voxdesk.app.viewer;

import org.jspecify.annotations.NullMarked;
