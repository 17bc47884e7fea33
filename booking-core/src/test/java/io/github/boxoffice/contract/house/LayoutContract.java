package io.github.boxoffice.contract.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.boxoffice.contract.house.Layout.MEMORY;
import static io.github.boxoffice.contract.house.Layout.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may import whom, in one module and those below it. */
public interface LayoutContract {

  @Test
  default void packages_haveNoCycle() {
    check(slices().assignedFrom(Layout.packages()).should().beFreeOfCycles());
  }

  @Test
  default void packages_haveAFloor() {
    check(classes().should(Layout.haveAFloor()));
  }

  @Test
  default void imports_pointDown() {
    check(classes().should(Layout.importOnlyDownwards()));
  }

  /** Applications hand it to the front door as they do any other store. */
  @Test
  default void memoryStore_isKnownToTheFrontDoorAndApplicationsOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                ROOT, MEMORY + "..", ROOT + ".simulator..", ROOT + ".benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MEMORY + ".."));
  }

  @Test
  default void jdbcAndRedis_sellNothing() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".jdbc..", ROOT + ".redis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".payment..", ROOT + ".booking.."));
  }

  @Test
  default void jdbi_isKnownToJdbcOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jdbi.."));
  }

  @Test
  default void jedis_isKnownToRedisOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("redis.clients.."));
  }

  @Test
  default void redis_isNoDatabase() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".jdbc.."));
  }

  /** The hand-written peers among the benchmarks, and the broken control, are plain JDBC. */
  @Test
  default void sql_isKnownToJdbcAndWhatStandsBesideItOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                ROOT + ".jdbc..", ROOT + ".benchmarks..", ROOT + ".simulator.control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql.."));
  }

  @Test
  default void packages_areNullMarked() {
    var unmarked =
        classesOfOurs().stream()
            .map(type -> type.getPackage())
            .distinct()
            .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
            .map(pack -> pack.getName());
    assertThat(unmarked).as("packages whose package-info.java lacks @NullMarked").isEmpty();
  }

  private static JavaClasses classesOfOurs() {
    return Module.mainClasses();
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(classesOfOurs());
  }
}
