package org.voxdesk.app.editor;

/// A value that may be meant.
///
/// @param value what goes into the field
/// @param meaning what it stands for
record Suggestion(String value, String meaning) {}
