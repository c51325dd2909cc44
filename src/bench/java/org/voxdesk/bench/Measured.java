package org.voxdesk.bench;

/// One measured time in milliseconds.
///
/// @param name `Class.method` of a benchmark, or the name of a program measured beside them
/// @param millis mean
/// @param error half of the mean's 99.9 % confidence interval; not a number where it is unknown
record Measured(String name, double millis, double error) {}
