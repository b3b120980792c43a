package dev.concur.catalogue;

/**
 * A call that names who serves all that comes, on the one thread that takes it unless told
 * otherwise.
 *
 * @param handler who serves
 * @param what what comes, in a word such as request
 * @param unless name of the method of the same type that gives it more threads
 */
public record Dispatcher(Place handler, String what, String unless) {}
