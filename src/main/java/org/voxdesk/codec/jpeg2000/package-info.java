/// JPEG 2000 through the library jai-imageio-jpeg2000, behind checks of its own. Entry:
/// [org.voxdesk.codec.jpeg2000.Jpeg2000Decoder].
@NullMarked
package org.voxdesk.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
