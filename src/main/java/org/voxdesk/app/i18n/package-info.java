/// The words of the window in each language. Entry: [org.voxdesk.app.i18n.Messages]; used by every
/// view and view model, uses none.
@NullMarked
package org.voxdesk.app.i18n;

import org.jspecify.annotations.NullMarked;
