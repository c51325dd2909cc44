/// Bytes to data sets and back: a reader that keeps every byte, a writer that puts them down again
/// unchanged, and saving that leaves either the old file or the new one. Entries:
/// [org.voxdesk.io.DicomReader] and [org.voxdesk.io.DicomWriter]. Comes after `dicom`; `study`
/// scans with it.
@NullMarked
package org.voxdesk.io;

import org.jspecify.annotations.NullMarked;
