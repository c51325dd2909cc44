/// Nodules that others marked, from their files and back: LUNA16 CSV, LIDC XML, MONAI JSON. Entry:
/// [org.voxdesk.annotation.Annotations]. Before it on the data's path stands a file; after it,
/// `volume`, which cuts cubes around the places.
@NullMarked
package org.voxdesk.annotation;

import org.jspecify.annotations.NullMarked;
