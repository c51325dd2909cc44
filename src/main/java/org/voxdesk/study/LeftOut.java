package org.voxdesk.study;

import java.nio.file.Path;
import org.voxdesk.text.Sentence;

/// A file that is not used, and why.
public record LeftOut(Path path, Sentence reason) {}
