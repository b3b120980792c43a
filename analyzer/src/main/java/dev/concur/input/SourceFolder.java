package dev.concur.input;

import java.nio.file.Path;

/**
 * A folder whose sub-folders are packages.
 *
 * @param path the folder, perhaps inside a jar of sources
 * @param name how the user would name it, with forward slashes
 * @param generated whether a tool wrote what is in it
 */
public record SourceFolder(Path path, String name, boolean generated) {}
