/// Edits as files: steps that people write in YAML or JSON, or that were recorded from what was
/// done by hand. Entry: [org.voxdesk.edit.recipe.Recipe]. Comes after `edit`, whose edits its steps
/// are made of.
@NullMarked
package org.voxdesk.edit.recipe;

import org.jspecify.annotations.NullMarked;
