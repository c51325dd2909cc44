/// The inspector's first page: the elements of the selected image, to read, find, edit and save.
/// Entry: [org.voxdesk.app.tags.TagsView] on top of [org.voxdesk.app.tags.TagsViewModel]; follows
/// [org.voxdesk.app.model.Session], whose edits come before and whose saved files come after it.
@NullMarked
package org.voxdesk.app.tags;

import org.jspecify.annotations.NullMarked;
