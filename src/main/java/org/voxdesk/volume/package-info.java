/// Volumes of Hounsfield values and what is cut from them: a source [org.voxdesk.volume.Volume]
/// with its [org.voxdesk.volume.Geometry] goes in, a [org.voxdesk.volume.Cube] or a volume on a
/// regular millimetre grid comes out. Entry: [org.voxdesk.volume.Resampler]. Before it on the
/// data's path stands `study`, after it `render` and `export`.
@NullMarked
package org.voxdesk.volume;

import org.jspecify.annotations.NullMarked;
