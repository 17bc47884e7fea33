package io.github.boxoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AgainTest {
  @Test
  void command_everyOption_comesBack() {
    for (String option : options()) {
      assertThat(again(option, "7")).isEqualTo("boxoffice simulate " + option + " 7 --seed 42");
      assertThat(again(option + "=7")).isEqualTo("boxoffice simulate " + option + "=7 --seed 42");
    }
  }

  private static List<String> options() {
    List<String> options =
        Boxoffice.commandLine().getSubcommands().get("simulate").getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .map(CommandLine.Model.OptionSpec::longestName)
            .filter(name -> !List.of("--seed", "--out").contains(name))
            .toList();
    assertThat(options).contains("--strategy", "--store", "--threshold", "--repeat", "--warmup");
    return options;
  }

  @Test
  void command_repeatedOptions_comeBackInTheirOrder() {
    assertThat(again("--threshold", "p99<50ms", "--threshold", "declined>0"))
        .isEqualTo("boxoffice simulate --threshold 'p99<50ms' --threshold 'declined>0' --seed 42");
  }

  @Test
  void command_seedThatWasGiven_comesBackOnce() {
    assertThat(again("--seed", "42", "--users", "9"))
        .isEqualTo(again("--users", "9", "--seed=42"))
        .isEqualTo("boxoffice simulate --users 9 --seed 42");
  }

  @Test
  void command_runFolder_isLeftOut() {
    assertThat(again("--out", "a folder", "--users", "9"))
        .isEqualTo(again("--users", "9", "--out=here"))
        .isEqualTo("boxoffice simulate --users 9 --seed 42");
  }

  @Test
  void command_whatAShellWouldRead_isQuoted() {
    assertThat(again("--hall", "Bob's $HOME.json"))
        .isEqualTo("boxoffice simulate --hall 'Bob'\\''s $HOME.json' --seed 42");
  }

  @Test
  void command_passwords_areNotRepeated() {
    assertThat(again("--store", "jdbc:postgresql://db/x?user=u&password=s3cret&ssl=true"))
        .isEqualTo(
            "boxoffice simulate --store"
                + " 'jdbc:postgresql://db/x?user=u&password=***&ssl=true' --seed 42");
    assertThat(again("--lease", "redis://u:s3cret@cache:6379"))
        .isEqualTo("boxoffice simulate --lease 'redis://u:***@cache:6379' --seed 42");
  }

  private static String again(String... arguments) {
    return Again.command(Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toList(), 42);
  }
}
