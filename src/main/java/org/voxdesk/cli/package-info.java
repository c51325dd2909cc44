/// The command line: one class a command, each a thin layer over the same entry methods that the
/// window uses. Entry: [org.voxdesk.cli.Main].
@NullMarked
package org.voxdesk.cli;

import org.jspecify.annotations.NullMarked;
