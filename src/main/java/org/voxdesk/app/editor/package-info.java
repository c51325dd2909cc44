/// The page in which one value is edited, with an editor for each VR. Entry:
/// [org.voxdesk.app.editor.ValueEditorPage], or [org.voxdesk.app.editor.ValueEditor] as a part of
/// another page. Comes after `app.model` and `app.notify`; opened by the tag table.
@NullMarked
package org.voxdesk.app.editor;

import org.jspecify.annotations.NullMarked;
