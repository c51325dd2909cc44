/// The inspector's page of cubes: nodules of the series, the cube around the selected one, and its
/// export. Entry: [org.voxdesk.app.cubes.CubesView] on top of
/// [org.voxdesk.app.cubes.CubesViewModel]; [org.voxdesk.app.model.SeriesVolume] comes before it,
/// [org.voxdesk.export.Exporter] and [org.voxdesk.export.SlicePngs] after it.
@NullMarked
package org.voxdesk.app.cubes;

import org.jspecify.annotations.NullMarked;
