/// Pictures: from a slice's values and an immutable view state to ARGB pixels. Entry:
/// [org.voxdesk.render.Renderer]. Comes after `pixel` and `volume`; `app` shows what it makes and
/// `export` writes it.
@NullMarked
package org.voxdesk.render;

import org.jspecify.annotations.NullMarked;
