/// Edit recipes: saves what was done as one, and applies one to what is open or to a folder. Entry:
/// [org.voxdesk.app.recipe.RecipeCommands].
@NullMarked
package org.voxdesk.app.recipe;

import org.jspecify.annotations.NullMarked;
