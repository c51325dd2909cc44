/// Measurements on images and planes: what they are, what they come to, how they are kept. Entry:
/// [org.voxdesk.measure.Findings] for numbers, [org.voxdesk.measure.Measurements] for what has been
/// measured; the window draws them, a JSON file beside the images keeps them.
@NullMarked
package org.voxdesk.measure;

import org.jspecify.annotations.NullMarked;
