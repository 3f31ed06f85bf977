package deskhand;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The arrows between the modules, their faces, and the one clock (ARCHITECTURE, docs/decisions).
class ArrowsTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("deskhand");

  /// Read the system's clock: `now()` without a clock, and everything older.
  private static final Set<String> CLOCKS =
      Set.of("now", "systemUTC", "systemDefaultZone", "system", "currentTimeMillis", "tick");

  @Test
  void othersSeeAModulesBasePackageAlone() {
    ApplicationModules.of("deskhand").verify();
  }

  @Test
  void theArrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("deskhand..")
        .layer("store")
        .definedBy("deskhand.store..")
        .layer("conversations")
        .definedBy("deskhand.conversations..")
        .layer("knowledge")
        .definedBy("deskhand.knowledge..")
        .layer("orders")
        .definedBy("deskhand.orders..")
        .layer("triage")
        .definedBy("deskhand.triage..")
        .layer("flows")
        .definedBy("deskhand.flows..")
        .layer("eval")
        .definedBy("deskhand.eval..")
        .layer("server")
        .definedBy("deskhand.server..")
        .whereLayer("server")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("eval")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("triage")
        .mayOnlyBeAccessedByLayers("server", "eval")
        .whereLayer("flows")
        .mayOnlyBeAccessedByLayers("server", "eval")
        .whereLayer("knowledge")
        .mayOnlyBeAccessedByLayers("triage", "eval", "server")
        .whereLayer("conversations")
        .mayOnlyBeAccessedByLayers("triage", "flows", "eval", "server")
        .whereLayer("orders")
        .mayOnlyBeAccessedByLayers("triage", "flows", "eval", "server")
        .check(MAIN);
  }

  @Test
  void leavesPointInward() {
    for (String module : Set.of("conversations", "knowledge", "orders", "triage")) {
      noClasses()
          .that()
          .resideInAPackage("deskhand." + module)
          .should()
          .dependOnClassesThat(
              resideInAPackage("deskhand." + module + ".(*)..").as("a leaf of " + module))
          .check(MAIN);
    }
  }

  /// A leaf may use another, but never in a circle; the base is a package like any other.
  @Test
  void packagesFormNoCycle() {
    for (String module : Set.of("conversations", "knowledge", "orders", "triage")) {
      slices()
          .matching("deskhand.(**)")
          .should()
          .beFreeOfCycles()
          .check(MAIN.that(resideInAPackage("deskhand." + module + "..")));
    }
  }

  @Test
  void thePagesLiveInServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("deskhand.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.web..",
            "org.springframework.security..",
            "org.thymeleaf..",
            "jakarta.servlet..")
        .check(MAIN);
  }

  @Test
  void onlyTheDoorDelivers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "deskhand.conversations.outbox",
            "deskhand.conversations.chat",
            "deskhand.conversations.email")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    JavaClass.Predicates.assignableTo("deskhand.conversations.Channel"))))
        .check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackages("deskhand.conversations.email..", "deskhand.server.demo..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.mail.Transport")
        .check(MAIN);
  }

  @Test
  void nothingReadsTheClockButTheInjectedOne() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("deskhand.store.StoreConfiguration")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "reads the system's clock",
                call ->
                    CLOCKS.contains(call.getName())
                        && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isAssignableTo(Clock.class))
                        && (call.getTargetOwner().getPackageName().startsWith("java.time")
                            || call.getTargetOwner().isEquivalentTo(System.class))))
        .check(MAIN);
    noClasses().should().callConstructor(Date.class).check(MAIN);
  }

  @Test
  void namesSayWhatAThingIs() {
    classes()
        .should()
        .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Dto|Processor)(\\$.*)?")
        .andShould()
        .haveNameNotMatching(".*\\.Abstract.*")
        .check(MAIN);
  }
}
