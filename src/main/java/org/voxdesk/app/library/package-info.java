/// The left column: what is open, as a tree of patients, studies, series and images. Entries:
/// [org.voxdesk.app.library.LibraryViewModel], which reads files into the shared model, and
/// [org.voxdesk.app.library.LibraryView]; the viewer and the inspector follow its selection.
@NullMarked
package org.voxdesk.app.library;

import org.jspecify.annotations.NullMarked;
