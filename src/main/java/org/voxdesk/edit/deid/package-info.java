/// De-identification by the profile of DICOM PS3.15 Annex E: who the patient is goes, what the
/// study is for stays. Entry: [org.voxdesk.edit.deid.Deidentification]. Comes after `io`, whose
/// files it takes and gives; `edit` makes an edit of it.
@NullMarked
package org.voxdesk.edit.deid;

import org.jspecify.annotations.NullMarked;
