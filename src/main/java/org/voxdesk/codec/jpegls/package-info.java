/// JPEG-LS (ISO/IEC 14495-1, ITU-T T.87), lossless and near-lossless. Entry:
/// [org.voxdesk.codec.jpegls.JpegLsDecoder], [org.voxdesk.codec.jpegls.JpegLsEncoder]. Implements
/// the interfaces of `codec` and knows nothing else.
@NullMarked
package org.voxdesk.codec.jpegls;

import org.jspecify.annotations.NullMarked;
