/// Edits that are in no file yet, written down as they are made, so that they survive the program.
/// Entries: [org.voxdesk.edit.journal.Journal], which is written, and
/// [org.voxdesk.edit.journal.LostEdits], which is what a program that died has left.
@NullMarked
package org.voxdesk.edit.journal;

import org.jspecify.annotations.NullMarked;
