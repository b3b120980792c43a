package dev.concur;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The ground floor stands on nothing but Java, and its rooms depend on each other one way. */
@AnalyzeClasses(packages = "dev.concur", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule uses_only_java_and_itself =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.concur..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule has_no_package_cycles =
      slices().matching("dev.concur.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_model_knows_nobody =
      classes()
          .that()
          .resideInAPackage("dev.concur.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.concur.model..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule the_catalogue_knows_only_the_model =
      noClasses()
          .that()
          .resideInAPackage("dev.concur.catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.concur.rule..", "dev.concur.rules..", "dev.concur.advise..");

  @ArchTest
  static final ArchRule the_engine_does_not_know_its_rules =
      noClasses()
          .that()
          .resideInAPackage("dev.concur.rule..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.concur.rules..", "dev.concur.advise..");

  @ArchTest
  static final ArchRule a_rule_advises_nothing =
      noClasses()
          .that()
          .resideInAPackage("dev.concur.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.concur.advise..", "dev.concur.catalogue..");

  @ArchTest
  static final ArchRule nothing_prints_and_nothing_exits =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
