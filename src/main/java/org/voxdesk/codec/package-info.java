/// Codecs: compressed frames to samples and back, a subpackage a format. Entry:
/// [org.voxdesk.codec.FrameDecoder], [org.voxdesk.codec.FrameEncoder]. Knows no DICOM; `pixel`
/// hands over the bytes of one frame and takes its samples.
@NullMarked
package org.voxdesk.codec;

import org.jspecify.annotations.NullMarked;
