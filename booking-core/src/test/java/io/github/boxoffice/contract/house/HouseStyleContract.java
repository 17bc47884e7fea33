package io.github.boxoffice.contract.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.boxoffice.contract.house.Layout.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the code of one module is written, as far as a machine can tell. */
public interface HouseStyleContract {

  @Test
  default void mainFiles_fitInTheHead() {
    assertThat(Module.of(getClass()).mainSources())
        .allSatisfy(file -> assertThat(Module.read(file).lines().count()).isLessThanOrEqualTo(400));
  }

  /** A monitor pins the virtual thread that waits in it: use a ReentrantLock. */
  @Test
  default void mainCode_takesNoMonitor() {
    var monitor = Pattern.compile("\\bsynchronized\\b");
    assertThat(Module.of(getClass()).mainSources())
        .noneSatisfy(file -> assertThat(Module.codeOf(file)).containsPattern(monitor));
  }

  @Test
  default void library_leavesTheProcessToItsOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".simulator..", ROOT + ".benchmarks..")
        .should()
        .callMethodWhere(call(System.class, "exit"))
        .orShould()
        .callMethodWhere(call(Runtime.class, "halt"))
        .orShould()
        .callMethodWhere(call(Runtime.class, "addShutdownHook"))
        .allowEmptyShould(true)
        .check(Module.mainClasses());
  }

  /** A test that sleeps is slow on every machine and wrong on a slow one: set the clock. */
  @Test
  default void tests_neverSleep() {
    noClasses()
        .should()
        .callMethodWhere(call(Thread.class, "sleep"))
        .orShould()
        .callMethodWhere(call(TimeUnit.class, "sleep"))
        .check(Module.of(getClass()).testClasses());
  }

  private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String method) {
    DescribedPredicate<JavaClass> ofType = JavaClass.Predicates.assignableTo(type);
    return target(name(method)).and(target(owner(ofType)));
  }
}
