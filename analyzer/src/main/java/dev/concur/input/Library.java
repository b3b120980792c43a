package dev.concur.input;

import java.nio.file.Path;

/**
 * A jar or folder to resolve against, not scanned itself.
 *
 * @param name how to call it in a report
 * @param file the jar or folder; for a nested jar, the jar around it
 * @param nested the entry in that jar which is the library, or empty
 */
public record Library(String name, Path file, String nested) {}
