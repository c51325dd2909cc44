/// Benchmarks: how long the steps of the main job take, beside what they are compared with. Entry:
/// [org.voxdesk.bench.BenchMain]. Uses every package of the program's core; nothing uses it.
@NullMarked
package org.voxdesk.bench;

import org.jspecify.annotations.NullMarked;
