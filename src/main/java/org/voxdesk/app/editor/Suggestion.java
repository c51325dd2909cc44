package org.voxdesk.app.editor;

/// What may be meant by what is being typed.
///
/// @param value what goes into the field
/// @param meaning what it stands for
public record Suggestion(String value, String meaning) {}
