/// Edits that survive a crash: writes them down while they are made, and offers them at the next
/// start. Entries: [org.voxdesk.app.recovery.EditJournal],
/// [org.voxdesk.app.recovery.RecoveryOffer].
@NullMarked
package org.voxdesk.app.recovery;

import org.jspecify.annotations.NullMarked;
