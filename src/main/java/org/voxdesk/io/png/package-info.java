/// Grey PNG pictures as DICOM data sets, for stacks of slices that were saved as pictures. Entry:
/// [org.voxdesk.io.png.PngFile].
@NullMarked
package org.voxdesk.io.png;

import org.jspecify.annotations.NullMarked;
