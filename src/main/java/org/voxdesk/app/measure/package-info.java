/// What is measured on the pictures: drawing and editing on a layer of every stage, the list in the
/// inspector, undoing and keeping. Entry: [org.voxdesk.app.measure.MeasureViewModel]; takes
/// pictures from the viewer, hands shapes to the core's findings and files.
@NullMarked
package org.voxdesk.app.measure;

import org.jspecify.annotations.NullMarked;
