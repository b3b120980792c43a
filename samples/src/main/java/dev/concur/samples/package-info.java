/**
 * An order desk: it asks slow services, reads files, asks an operator, resizes images, crunches
 * statistics and talks to a database. One package per rule shows the wrong way beside the right
 * one.
 *
 * <p>Markers, at the end of a line or alone on the line before it: {@code expect: rule [advice]}
 * where a finding is due, {@code label: bound kinds} where a label is stated, {@code miss: rule
 * (why)} where a finding is due and known not to come. A line without a marker must stay silent.
 */
package dev.concur.samples;
