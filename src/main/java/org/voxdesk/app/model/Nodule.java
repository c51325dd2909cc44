package org.voxdesk.app.model;

import org.voxdesk.volume.Lps;

/// A point that the user has marked as the centre of a cube.
///
/// @param number what it is called on the screen, from 1 in each series
/// @param seriesUid the series it was marked in
/// @param center where it is
public record Nodule(int number, String seriesUid, Lps center) {}
