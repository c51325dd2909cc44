/// Values of the standard as people read them. Entry: [org.voxdesk.app.text.ReadableText]; used by
/// the library's rows and the text over the picture.
@NullMarked
package org.voxdesk.app.text;

import org.jspecify.annotations.NullMarked;
