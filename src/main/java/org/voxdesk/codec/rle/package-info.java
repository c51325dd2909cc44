/// RLE, the run-length format of PS3.5 Annex G: byte planes as PackBits. Entries:
/// [org.voxdesk.codec.rle.RleDecoder], [org.voxdesk.codec.rle.RleEncoder].
@NullMarked
package org.voxdesk.codec.rle;

import org.jspecify.annotations.NullMarked;
