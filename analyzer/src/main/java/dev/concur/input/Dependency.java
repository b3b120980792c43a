package dev.concur.input;

import java.util.Set;

/**
 * One library that a build asks for.
 *
 * @param version empty when others decide it
 * @param scope empty when others decide it
 * @param exclusions {@code group:artifact} of what it must not bring along, with stars
 */
record Dependency(
    String group,
    String artifact,
    String version,
    String type,
    String classifier,
    String scope,
    boolean optional,
    Set<String> exclusions) {

  Dependency {
    exclusions = Set.copyOf(exclusions);
  }

  /** A plain one, as Gradle writes it. */
  static Dependency of(String group, String artifact, String version) {
    return new Dependency(group, artifact, version, "jar", "", "compile", false, Set.of());
  }

  /** What is the same library whatever the version. */
  String key() {
    return group + ":" + artifact + (classifier.isEmpty() ? "" : ":" + classifier);
  }

  /** By what a version is managed. */
  String managementKey() {
    return group + ":" + artifact + ":" + type + ":" + classifier;
  }

  String coordinates() {
    return group + ":" + artifact + ":" + (version.isEmpty() ? "(no version)" : version);
  }

  /** The same, with what is not said here taken from there. */
  Dependency or(Dependency managed) {
    return new Dependency(
        group,
        artifact,
        version.isEmpty() ? managed.version : version,
        type,
        classifier,
        scope.isEmpty() ? managed.scope : scope,
        optional,
        exclusions.isEmpty() ? managed.exclusions : exclusions);
  }

  /** The same, in the version that is managed, whatever this one says. */
  Dependency forced(Dependency managed) {
    return managed.version.isEmpty()
        ? this
        : new Dependency(
            group, artifact, managed.version, type, classifier, scope, optional, exclusions);
  }

  boolean excludes(Dependency other) {
    return exclusions.contains(other.group + ":" + other.artifact)
        || exclusions.contains(other.group + ":*")
        || exclusions.contains("*:" + other.artifact)
        || exclusions.contains("*:*");
  }

  /** How the name of its file ends. */
  String ending() {
    String suffix = type.equals("test-jar") ? "tests" : classifier;
    return (suffix.isEmpty() ? "" : "-" + suffix) + ".jar";
  }
}
