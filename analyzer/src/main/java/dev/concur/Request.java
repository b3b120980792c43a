package dev.concur;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One analysis, fully said.
 *
 * @param paths what to scan: jars, folders, projects, {@code jrt:/java.logging}
 * @param modules modules whose places a build tool knows
 * @param classpath jars and folders to resolve against, beside those that are found
 * @param includeTests whether test classes are scanned too
 * @param release Java release the code is compiled for; 0 to tell it from the class files
 * @param runtime Java release it will run on; 0 for the same as the release
 * @param threads threads to analyse with; 0 for one a core
 * @param cacheDir folder for scans kept between runs; empty to keep none
 * @param libraryCatalogues whether libraries are heard that say what their calls do
 * @param justified whether a suppression needs a reason
 * @param ruleset version whose rules count; those that came later are a preview
 * @param filter which classes are reported on
 * @param suppressions what the configuration declares to be known
 * @param partly whether what is scanned is a part of a project, so that a suppression that covers
 *     nothing here may cover something when all of it is scanned
 * @param baseline report of an earlier run whose findings are known; empty for none
 * @param since commit, branch or tag; only findings on lines that changed since are reported
 * @param verification how advice is measured; empty to run nothing of the user's
 * @param progress told how far it is
 */
public record Request(
    List<String> paths,
    List<BuiltModule> modules,
    List<Path> classpath,
    boolean includeTests,
    int release,
    int runtime,
    int threads,
    Optional<Path> cacheDir,
    boolean libraryCatalogues,
    boolean justified,
    String ruleset,
    NameFilter filter,
    List<KnownFinding> suppressions,
    boolean partly,
    Optional<Path> baseline,
    Optional<String> since,
    Optional<Verification> verification,
    Progress progress) {
  public Request {
    paths = List.copyOf(paths);
    modules = List.copyOf(modules);
    classpath = List.copyOf(classpath);
    suppressions = List.copyOf(suppressions);
  }

  /** A scan of these paths with nothing else said. */
  public static Request of(String... paths) {
    return new Settings().paths(List.of(paths)).request();
  }
}
