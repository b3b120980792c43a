package dev.concur.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The goals are a shell: they know the front door and what comes out of it. */
@AnalyzeClasses(packages = "dev.concur.maven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule goals_use_the_front_door =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.inject..",
              "org.apache.maven..",
              "org.codehaus.plexus.util.xml..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "javax.xml..",
              "org.jspecify.annotations",
              "dev.concur",
              "dev.concur.maven..",
              "dev.concur.report..",
              "dev.concur.model..");
}
