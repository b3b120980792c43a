package dev.concur;

import dev.concur.verify.JvmOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How advice is to be measured.
 *
 * @param budget wall time for all of it
 * @param jdk folder of the JDK to measure on; empty to look for one
 * @param options options for the JVMs that measure
 * @param output folder that generated benchmarks and raw samples stay in
 * @param tests tests that may be run for the arguments that they give; empty to run none
 */
public record Verification(
    Duration budget,
    Optional<Path> jdk,
    JvmOptions options,
    Path output,
    Optional<TestSearch> tests) {}
