/// Cubes and volumes into files: mosaic and slice PNG, npy, JSON sidecar, each complete or not
/// there. Entries: [org.voxdesk.export.Exporter] for a cube, [org.voxdesk.export.SlicePngs] for a
/// whole volume. Before it on the data's path stands `volume`; after it, the disk.
@NullMarked
package org.voxdesk.export;

import org.jspecify.annotations.NullMarked;
