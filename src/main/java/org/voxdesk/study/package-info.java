/// The library: what is in files and folders, as patient › study › series › image, and how the
/// slices of a series lie to each other. Entries: [org.voxdesk.study.Library] and
/// [org.voxdesk.study.SliceStack]. Comes after `io`; `volume` and the screens take series from it.
@NullMarked
package org.voxdesk.study;

import org.jspecify.annotations.NullMarked;
