package dev.concur.report;

/**
 * A finding of an earlier run.
 *
 * @param id as now
 * @param rule its rule
 * @param className binary name of its class
 * @param method name of its method
 * @param severity how loud it was, or empty when that was not kept
 */
public record KnownResult(
    String id, String rule, String className, String method, String severity) {}
