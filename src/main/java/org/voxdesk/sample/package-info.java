/// The embedded sample: a synthetic chest CT with nodules at known places, painted slice by slice
/// from anatomy written in millimetres. Entry: [org.voxdesk.sample.Phantom]. Nothing comes before
/// it on the data's path; what it makes is read back like any other study.
@NullMarked
package org.voxdesk.sample;

import org.jspecify.annotations.NullMarked;
