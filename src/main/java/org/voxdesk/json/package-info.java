/// The DICOM JSON model (PS3.18 Annex F): data sets ↔ JSON. Entry: [org.voxdesk.json.DicomJson].
/// Comes after `dicom`; `edit`, `cli` and `app` use it.
@NullMarked
package org.voxdesk.json;

import org.jspecify.annotations.NullMarked;
