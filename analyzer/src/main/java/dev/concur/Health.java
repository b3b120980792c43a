package dev.concur;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What this machine is good for.
 *
 * @param jvm the JVM that runs concur
 * @param jdks JDKs that benchmarks can run on, newest first
 * @param missing what cannot be measured for want of a JDK, a sentence each
 * @param cores processors that the JVM may use
 * @param quotaCores what a container allows, in processors; empty when nothing limits
 * @param memoryBytes physical memory or the container's limit, bytes
 * @param heapBytes the most heap this JVM may take, bytes
 * @param loadAverage processes that want to run, over the last minute; empty when the system does
 *     not tell
 * @param pressure share of the last ten seconds in which something waited for a processor, 0..1;
 *     empty when unknown
 * @param steal share of processor time that the host took away since start, 0..1; empty when
 *     unknown
 * @param runDelay share of a moment just now in which our threads had to wait for a processor, 0..1
 * @param quiet whether measurements of locks can be trusted now
 */
public record Health(
    String jvm,
    List<String> jdks,
    List<String> missing,
    int cores,
    OptionalDouble quotaCores,
    long memoryBytes,
    long heapBytes,
    OptionalDouble loadAverage,
    OptionalDouble pressure,
    OptionalDouble steal,
    double runDelay,
    boolean quiet) {
  public Health {
    jdks = List.copyOf(jdks);
    missing = List.copyOf(missing);
  }
}
