/// The numbers under the pointer: the page of the inspector that shows the pixels around it, what
/// array they are of, and writes that into files. Entry: [org.voxdesk.app.pixels.PixelsView]; takes
/// pictures from the viewer.
@NullMarked
package org.voxdesk.app.pixels;

import org.jspecify.annotations.NullMarked;
