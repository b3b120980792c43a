package dev.concur.model;

/**
 * The machine that the advice is for.
 *
 * @param cores processors available to the JVM
 * @param memoryBytes physical memory, bytes
 */
public record Machine(int cores, long memoryBytes) {}
