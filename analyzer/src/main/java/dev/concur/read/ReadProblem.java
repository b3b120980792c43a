package dev.concur.read;

/** Something that could not be read: where, and why with what to try. */
public record ReadProblem(String where, String message) {}
