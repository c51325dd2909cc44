/// The list of steps that can be undone and redone. Entry: [org.voxdesk.app.steps.StepsView].
@NullMarked
package org.voxdesk.app.steps;

import org.jspecify.annotations.NullMarked;
