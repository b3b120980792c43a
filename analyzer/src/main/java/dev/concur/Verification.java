package dev.concur;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How advice is to be measured.
 *
 * @param budget wall time for all of it
 * @param jdk folder of the JDK to measure on; empty to look for one
 * @param output folder that generated benchmarks and raw samples stay in
 */
public record Verification(Duration budget, Optional<Path> jdk, Path output) {}
