/// Controls that more than one screen has. Entry: [org.voxdesk.app.control.LiveScroll].
@NullMarked
package org.voxdesk.app.control;

import org.jspecify.annotations.NullMarked;
