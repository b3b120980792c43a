package dev.concur;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.concur.cli.Main;
import java.util.Map;

/**
 * The rooms of the analyzer, who may open which door, and where each foreign library is at home.
 */
@AnalyzeClasses(packages = "dev.concur", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** input -> facts -> (costs, locks) -> situations -> advice -> verdicts -> report. */
  @ArchTest
  static final ArchRule values_flow_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("dev.concur.model..")
          .layer("catalogue")
          .definedBy("dev.concur.catalogue..")
          .layer("rule")
          .definedBy("dev.concur.rule..")
          .layer("rules")
          .definedBy("dev.concur.rules..")
          .layer("advise")
          .definedBy("dev.concur.advise..")
          .layer("input")
          .definedBy("dev.concur.input..")
          .layer("read")
          .definedBy("dev.concur.read..")
          .layer("link")
          .definedBy("dev.concur.link..")
          .layer("cost")
          .definedBy("dev.concur.cost..")
          .layer("lock")
          .definedBy("dev.concur.lock..")
          .layer("weave")
          .definedBy("dev.concur.weave..")
          .layer("verify")
          .definedBy("dev.concur.verify..")
          .layer("report")
          .definedBy("dev.concur.report..")
          .layer("keep")
          .definedBy("dev.concur.keep..")
          .layer("front door")
          .definedBy("dev.concur")
          .layer("cli")
          .definedBy("dev.concur.cli..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("input")
          .mayOnlyAccessLayers("model")
          .whereLayer("read")
          .mayOnlyAccessLayers("model", "input")
          .whereLayer("link")
          .mayOnlyAccessLayers("model", "catalogue", "read")
          .whereLayer("cost")
          .mayOnlyAccessLayers("model", "catalogue", "read", "link")
          .whereLayer("lock")
          .mayOnlyAccessLayers("model", "catalogue", "read", "link", "cost")
          .whereLayer("weave")
          .mayOnlyAccessLayers("model", "catalogue")
          .whereLayer("verify")
          .mayOnlyAccessLayers("model", "catalogue", "advise", "weave")
          .whereLayer("report")
          .mayOnlyAccessLayers("model", "rule", "advise")
          .whereLayer("keep")
          .mayNotAccessAnyLayer()
          .whereLayer("cli")
          .mayOnlyAccessLayers("model", "report", "front door")
          .whereLayer("front door")
          .mayOnlyBeAccessedByLayers("cli");

  @ArchTest
  static final ArchRule has_no_package_cycles =
      slices().matching("dev.concur.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule asm_stays_where_bytes_are_read_or_written =
      only_in(
          "org.objectweb.asm..",
          "dev.concur.read..",
          "dev.concur.weave..",
          "dev.concur.verify.live..");

  @ArchTest
  static final ArchRule javaparser_stays_where_sources_are_read =
      only_in("com.github.javaparser..", "dev.concur.read..");

  @ArchTest
  static final ArchRule picocli_stays_in_the_command_line =
      only_in("picocli..", "dev.concur.cli..");

  @ArchTest
  static final ArchRule jmh_and_statistics_stay_in_verification =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.concur.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.openjdk.jmh..", "org.apache.commons.math3..");

  @ArchTest
  static final ArchRule jackson_stays_with_the_report_and_raw_results =
      only_in("com.fasterxml.jackson..", "dev.concur.report..", "dev.concur.verify..");

  @ArchTest
  static final ArchRule yaml_stays_with_the_configuration =
      only_in("org.yaml..", "dev.concur", "dev.concur.config..");

  /** But for the finder of rules, which opens the jar that it is in itself. */
  @ArchTest
  static final ArchRule nothing_opens_a_connection =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection")
          .orShould()
          .callMethod(java.net.URL.class, "openStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.channels.SocketChannel");

  @ArchTest
  static final ArchRule only_a_main_ends_its_jvm =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .and(are_no_workers())
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule only_the_shell_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.concur.cli..")
          .and(are_no_workers())
          .should(ACCESS_STANDARD_STREAMS);

  /** A misspelt package would keep every rule above for ever. */
  @ArchTest
  static void every_library_is_used_where_it_is_at_home(JavaClasses classes) {
    Map.of(
            "org.objectweb.asm", "dev.concur.read",
            "com.github.javaparser", "dev.concur.read",
            "picocli", "dev.concur.cli",
            "org.openjdk.jmh", "dev.concur.verify",
            "org.apache.commons.math3", "dev.concur.verify",
            "com.fasterxml.jackson", "dev.concur.report",
            "org.yaml", "dev.concur")
        .forEach((library, home) -> assertTrue(uses(classes, home, library), library));
  }

  private static boolean uses(JavaClasses classes, String home, String library) {
    return classes.stream()
        .filter(type -> type.getPackageName().equals(home))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(use -> use.getTargetClass().getName().startsWith(library + "."));
  }

  /** A worker is the main class of a forked JVM; its streams are how it talks to its parent. */
  private static DescribedPredicate<JavaClass> are_no_workers() {
    return not(resideInAPackage("dev.concur.verify..")
            .and(
                simpleNameEndingWith("Worker")
                    .or(simpleNameEndingWith("Probe"))
                    .or(simpleNameEndingWith("ParentWatch"))
                    .or(simpleNameEndingWith("ThreadWatch"))))
        .as("are no workers");
  }

  private static ArchRule only_in(String library, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
