/// Sentences for people, in their language: what the core says about bad input. Entry:
/// [org.voxdesk.text.Sentence]. Comes before every other package; used by all of them.
@NullMarked
package org.voxdesk.text;

import org.jspecify.annotations.NullMarked;
