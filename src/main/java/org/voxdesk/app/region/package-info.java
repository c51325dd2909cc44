/// What a range of values holds: histograms of slice and series, the region that hangs together
/// with a point, and masks of it. Entry: [org.voxdesk.app.region.RegionViewModel]; used by the
/// viewer's threshold tool.
@NullMarked
package org.voxdesk.app.region;

import org.jspecify.annotations.NullMarked;
