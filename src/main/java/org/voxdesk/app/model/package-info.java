/// What the whole window shares: the services, and what is open and selected. Entry:
/// [org.voxdesk.app.model.AppModel]; made by the launcher, handed to every view model.
@NullMarked
package org.voxdesk.app.model;

import org.jspecify.annotations.NullMarked;
