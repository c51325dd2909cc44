/// Progress and cancellation: the one way long work reports how far it is and learns that nobody
/// wants it any more. Entry: [org.voxdesk.task.Progress]. Used by every package that does long
/// work.
@NullMarked
package org.voxdesk.task;

import org.jspecify.annotations.NullMarked;
