package dev.drydock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

/** The layout as rules: who may know whom, and who has side effects. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ArchitectureTest::isNoTestJar)
          .importPackages("dev.drydock");

  private static final String[] SIDE_EFFECTS = {
    "java.net..", "java.nio.channels..", "com.github.dockerjava..", "org.testcontainers.."
  };

  @Test
  void theScanSawTheWholeProject() {
    assertThat(ALL.size()).isGreaterThan(250);
    assertThat(ALL.contain("dev.drydock.cli.Main")).isTrue();
    assertThat(ALL.contain("dev.drydock.engine.Engine")).isTrue();
    assertThat(ALL.stream().anyMatch(c -> c.getPackageName().startsWith("dev.drydock.site")))
        .isTrue();
  }

  @Test
  void coreKnowsNothingOfItsUsers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.drydock.cli..", "dev.drydock.batch..", "dev.drydock.site..", "dev.drydock.junit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.drydock.cli..", "dev.drydock.batch..", "dev.drydock.site..", "dev.drydock.junit..")
        .check(ALL);
  }

  @Test
  void theSiteNeverTalksToAnEngine() {
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.site..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.drydock.engine..", "com.github.dockerjava..", "org.testcontainers..")
        .check(ALL);
  }

  @Test
  void onlyTheEnginePackageKnowsDockersClients() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.drydock.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.dockerjava..", "org.testcontainers..")
        .check(ALL);
  }

  @Test
  void evidenceKnowsOnlyValues() {
    classes()
        .that()
        .resideInAPackage("dev.drydock.evidence..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.drydock", "dev.drydock.evidence..", "java..", "org.jspecify..", "com.fasterxml..")
        .check(ALL);
  }

  @Test
  void checksAndGradesArePure() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.drydock.check..", "dev.drydock.grade..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SIDE_EFFECTS)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.drydock.engine..", "dev.drydock.grading..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .check(ALL);
  }

  @Test
  void theDockerfileModelKnowsNobody() {
    classes()
        .that()
        .resideInAPackage("dev.drydock.dockerfile..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.drydock",
            "dev.drydock.dockerfile..",
            "java..",
            "org.jspecify..",
            "tools.jackson..")
        .check(ALL);
  }

  @Test
  void packagesOfCoreHaveNoCycles() {
    slices().matching("dev.drydock.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void onlyThoseWhoTalkToPeoplePrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.drydock.cli..", "dev.drydock.junit..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(ALL);
  }

  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}
