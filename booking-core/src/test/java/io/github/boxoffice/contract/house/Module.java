package io.github.boxoffice.contract.house;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The module that a test class was compiled in: where its sources lie and what they became. */
final class Module {
  private static final Pattern PROSE =
      Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|//.*|/\\*[\\s\\S]*?\\*/");

  private final Path testClasses;

  private Module(Path testClasses) {
    this.testClasses = testClasses;
  }

  static Module of(Class<?> test) {
    try {
      var location = test.getProtectionDomain().getCodeSource().getLocation();
      return new Module(Path.of(location.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The main classes of this module and of those below it. */
  static JavaClasses mainClasses() {
    return Main.CLASSES;
  }

  JavaClasses testClasses() {
    return importer().importPath(testClasses);
  }

  List<Path> mainSources() {
    var sources = testClasses.resolve("../../src/main/java").normalize();
    try (var files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file without its comments and string literals. */
  static String codeOf(Path file) {
    return PROSE.matcher(read(file)).replaceAll(" ");
  }

  /** Names are all that our rules ask for, so the classes of others need not be read. */
  private static ClassFileImporter importer() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter();
  }

  private static boolean isMain(Location at) {
    return Stream.of("/test-classes/", "-tests.jar", "/jmh_generated/").noneMatch(at::contains);
  }

  /** Read once, for all the rules. */
  private static final class Main {
    static final JavaClasses CLASSES =
        importer().withImportOption(Module::isMain).importPackages(Layout.ROOT);
  }
}
