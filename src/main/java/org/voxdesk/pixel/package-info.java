/// Pixels: from the data set's pixel data to stored values, and from stored values to what they
/// mean. Entry: [org.voxdesk.pixel.FrameReader]. Comes after `dicom`; `volume` and `render` take
/// frames.
@NullMarked
package org.voxdesk.pixel;

import org.jspecify.annotations.NullMarked;
