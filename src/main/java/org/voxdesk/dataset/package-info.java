/// A folder of cubes to train on, made from scans and annotations: resumed, repaired, split and
/// listed. Entry: [org.voxdesk.dataset.DatasetRun]. Before it on the data's path stand `annotation`
/// and `export`; after it, the disk.
@NullMarked
package org.voxdesk.dataset;

import org.jspecify.annotations.NullMarked;
