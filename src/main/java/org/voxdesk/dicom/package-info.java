/// The data set: tags, value representations, elements that stay raw until touched, dictionaries
/// and character sets. Entry: [org.voxdesk.dicom.DataSet]. First on the path of the data; `io`
/// makes data sets from bytes, everything else reads them.
@NullMarked
package org.voxdesk.dicom;

import org.jspecify.annotations.NullMarked;
