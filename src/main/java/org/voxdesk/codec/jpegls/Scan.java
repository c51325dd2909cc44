package org.voxdesk.codec.jpegls;

/// What the headers say of one scan.
///
/// @param components places of its components in the frame, in the order in which they are coded
/// @param parameters how its samples are coded
/// @param interleave how its components alternate, `NONE` for a single one
/// @param restartLines lines between restart markers, at least all lines if there are none
/// @param offset where its data starts
@SuppressWarnings("ArrayRecordComponent")
record Scan(
    int[] components,
    CodingParameters parameters,
    Interleave interleave,
    int restartLines,
    int offset) {}
