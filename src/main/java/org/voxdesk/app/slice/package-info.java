/// One image at a time, ready to be drawn. Entry: [org.voxdesk.app.slice.SliceLoader]; takes images
/// from the library, with their edits, and hands values, windows and place to the viewer and to
/// thumbnails.
@NullMarked
package org.voxdesk.app.slice;

import org.jspecify.annotations.NullMarked;
