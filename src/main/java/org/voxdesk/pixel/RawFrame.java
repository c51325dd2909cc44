package org.voxdesk.pixel;

import java.nio.ByteOrder;

/// The bytes of one uncompressed frame, as they stand in pixel data.
///
/// @param bytes hold it; shared scratch, good until the next frame is read
/// @param firstBit where the frame begins, 0 to 7; not 0 only where samples are single bits
/// @param order the byte order of a sample
/// @param planar true where colours come plane by plane
/// @param subsampled true where two pixels share their chrominance: Y, Y, Cb, Cr (PS3.3
///   C.7.6.3.1.2, YBR_FULL_422)
/// @param photometric what the samples mean once they are all there, a Photometric Interpretation
@SuppressWarnings("ArrayRecordComponent")
record RawFrame(
    byte[] bytes,
    int firstBit,
    ByteOrder order,
    boolean planar,
    boolean subsampled,
    String photometric) {}
