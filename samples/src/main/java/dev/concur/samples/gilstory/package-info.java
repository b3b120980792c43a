/**
 * CPython's story, told in Java: an interpreter for price scripts with one lock around it.
 *
 * <ul>
 *   <li>{@link HeldThroughout}: the lock is kept while waiting. Nothing helps until it changes.
 *   <li>{@link ReleasedWhileWaiting}, {@link WaitsOnCondition}: it is given back while waiting, as
 *       CPython's is. Threads help the waiting, never the computing.
 *   <li>{@link WorkerProcesses}: the way round by processes, each with a lock of its own.
 *   <li>{@link AsyncScripts}: the way round by not waiting at all.
 *   <li>{@link KernelInside}, {@link KernelOutside}: the way of the C extensions, the heavy part
 *       outside the lock.
 * </ul>
 */
package dev.concur.samples.gilstory;
