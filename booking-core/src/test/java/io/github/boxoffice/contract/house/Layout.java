package io.github.boxoffice.contract.house;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Comparator;
import java.util.List;

/**
 * The floors of the house. An upper floor may import any lower one, and never the other way, so
 * that a call goes down and only values come back.
 */
final class Layout {
  static final String ROOT = "io.github.boxoffice";
  static final String MEMORY = ROOT + ".store.memory";

  /** Top floor first. A package below a named one lives on the same floor. */
  private static final List<String> FLOORS =
      List.of(
          ROOT + ".benchmarks",
          ROOT + ".simulator",
          ROOT + ".jdbc",
          ROOT + ".redis",
          ROOT,
          ROOT + ".payment",
          ROOT + ".booking",
          ROOT + ".lock",
          ROOT + ".catalog",
          MEMORY,
          ROOT + ".store",
          ROOT + ".model");

  private Layout() {}

  static ArchCondition<JavaClass> importOnlyDownwards() {
    return new ArchCondition<>("import only their own floor and lower ones") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (var dependency : type.getDirectDependenciesFromSelf()) {
          var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
          if (isOurs(target) && floorOf(target) < floorOf(type.getPackageName())) {
            events.add(violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  static ArchCondition<JavaClass> haveAFloor() {
    return new ArchCondition<>("have a floor in " + Layout.class.getName()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (floorOf(type.getPackageName()) < 0) {
          events.add(violated(type, type.getPackageName() + " has no floor: " + FLOORS));
        }
      }
    };
  }

  /** Every package is a slice of its own, the front door's too. */
  static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        var name = type.getPackageName();
        return isOurs(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of Boxoffice";
      }
    };
  }

  private static boolean isOurs(String packageName) {
    return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
  }

  private static int floorOf(String packageName) {
    return FLOORS.stream()
        .filter(floor -> lives(packageName, floor))
        .max(Comparator.comparingInt(String::length))
        .map(FLOORS::indexOf)
        .orElse(-1);
  }

  private static boolean lives(String packageName, String floor) {
    return packageName.equals(floor)
        || (!floor.equals(ROOT) && packageName.startsWith(floor + "."));
  }
}
