package io.github.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows first compiles as it stands, runs, and prints what it says. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  @TempDir Path dir;

  @Test
  void firstJava_asItStands_compilesAndSells() throws Exception {
    Path source = dir.resolve("Readme.java");
    Files.writeString(source, program(firstJava()));

    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", dir.toString(), source.toString());

    assertThat(exit).isZero();
    assertThat(run()).isEqualTo("[A-1, A-2] are Alice's for 20.00 EUR\n");
  }

  @Test
  void firstJava_inReadme_standsByLine25() throws IOException {
    assertThat(Files.readAllLines(README).indexOf("```java") + 1).isBetween(1, 25);
  }

  private static List<String> firstJava() throws IOException {
    return Files.readAllLines(README).stream()
        .dropWhile(line -> !line.equals("```java"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .toList();
  }

  private static String program(List<String> lines) {
    String imports =
        lines.stream().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
    String body =
        lines.stream()
            .filter(line -> !line.startsWith("import "))
            .collect(Collectors.joining("\n"));
    return imports + "\nclass Readme { public static void main(String[] a) {\n" + body + "\n} }\n";
  }

  private String run() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {dir.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      var main = loader.loadClass("Readme").getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
