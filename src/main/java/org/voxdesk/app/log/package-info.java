/// The log of the window: what went on and what went wrong, without anything that came out of data.
/// Entry: [org.voxdesk.app.log.LogFile], started by the window, read again by Help for a report of
/// a problem. Everybody writes to it through [System.Logger].
@NullMarked
package org.voxdesk.app.log;

import org.jspecify.annotations.NullMarked;
