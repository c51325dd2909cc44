package org.voxdesk.codec.jpeg;

/// One component of a frame (T.81 B.2.2, A.1.1).
///
/// @param index its place in the frame, from 0
/// @param id what scans call it
/// @param horizontal horizontal sampling factor
/// @param vertical vertical sampling factor
/// @param table the quantisation table it names
/// @param width samples in a line
/// @param height lines
record Component(
    int index, int id, int horizontal, int vertical, int table, int width, int height) {}
