/// JPEG (ITU-T T.81) with Huffman codes: baseline, extended, progressive and lossless. Entry:
/// [org.voxdesk.codec.jpeg.JpegDecoder]. Comes after `pixel`, which hands over one frame.
@NullMarked
package org.voxdesk.codec.jpeg;

import org.jspecify.annotations.NullMarked;
