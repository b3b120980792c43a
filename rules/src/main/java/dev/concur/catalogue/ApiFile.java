package dev.concur.catalogue;

/**
 * One text of catalogue lines.
 *
 * @param name what problems and explanations call it, such as {@code .concur/ours.api}
 * @param text its lines
 */
public record ApiFile(String name, String text) {}
