package dev.concur.catalogue;

/**
 * The call that starts what a blocking call waits for.
 *
 * @param owner binary name of its type
 * @param name method name
 * @param since the Java release that has it; 0 for any
 */
public record Twin(String owner, String name, int since) {}
