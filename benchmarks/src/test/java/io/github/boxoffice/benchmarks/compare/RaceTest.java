package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.lock.Strategies;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RaceTest {

  @Test
  void all_coversEveryStoreCrowdKAndNumberOfUsers() {
    assertThat(Race.all())
        .extracting(Race::describe)
        .doesNotHaveDuplicates()
        .hasSize(4 * 2 * 3 * 4 + 2)
        .contains("memory, spread, 1 user, k=1", "mariadb, hot, 512 users, k=6")
        .contains("postgres, rush, 512 users, k=2", "memory, spread, 2 users, k=2");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 98",
    "h2, 24",
    "'postgres, spread', 12",
    "'k=2, 64 users', 8",
    "'mariadb, hot, 1 user', 3",
    "'mariadb, hot, 64, k=6', 1",
    "rush, 1"
  })
  void all_only_leavesTheRacesThatEachWordDescribes(String only, int races) {
    assertThat(Race.all(settings("--only", only))).hasSize(races);
  }

  @Test
  void all_among_leavesThoseContendersAndTheRacesTheyAreIn() {
    assertThat(Race.all(settings("--among", "postgres-update, optimistic")))
        .hasSize(98)
        .filteredOn(race -> race.field() == Field.POSTGRES)
        .allSatisfy(
            race ->
                assertThat(race.contenders())
                    .extracting(Contender::name)
                    .containsExactly("postgres-update", "optimistic"));
    assertThat(Race.all(settings("--among", "postgres-update"))).hasSize(25);
  }

  @Test
  void all_alsoShows_putsEachOfOursBesideItselfOnSoMany() {
    Settings settings = settings("--among", "postgres-update, batched", "--also-shows", "10000");
    Race race =
        Race.all(settings).stream()
            .filter(each -> each.field() == Field.POSTGRES)
            .findFirst()
            .orElseThrow();
    assertThat(race.contenders())
        .extracting(Contender::name)
        .containsExactly("batched", "postgres-update", "batched on 10,000 shows");
    assertThat(race.contenders()).extracting(settings::showsOf).containsExactly(100, 100, 10_000);
    Contender many = race.contenders().get(2);
    assertThat(many.rival()).isEqualTo("batched");
    assertThat(many.goals())
        .containsExactly(new Goal(race.load(), Measure.SALES, 0.8, "batched", false));
  }

  @Test
  void all_nothingLeft_isRefused() {
    assertThatThrownBy(() -> Race.all(settings("--only", "h2, 65 users")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65 users");
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void contenders_ours_areMeasuredByAPeerThatIsThere(Field field) {
    Race race = new Race(field, Race.all().get(0).load(), field.contenders());
    assertThat(race.contenders())
        .filteredOn(Contender::isOurs)
        .isNotEmpty()
        .allSatisfy(ours -> assertThat(race.indexOf(ours.rival())).isNotNegative());
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "H2"})
  void contenders_ours_areAllStrategies(Field field) {
    assertThat(field.contenders().stream().filter(Contender::isOurs).map(Contender::name))
        .containsExactlyInAnyOrderElementsOf(Strategies.names());
  }

  private static Settings settings(String... options) {
    return Settings.parse(Arrays.asList(options));
  }

  @Test
  void parse_whatCannotBe_namesTheOptionAndTheReason() {
    assertThatThrownBy(() -> settings("--rounds", "0").rounds())
        .hasMessage("--rounds must be a whole number above 0, was '0'");
    assertThatThrownBy(() -> settings("--seconds", "soon").seconds())
        .hasMessage("--seconds must be a whole number above 0, was 'soon'");
    assertThatThrownBy(() -> settings("--round", "1")).hasMessageContaining("'--round'");
    assertThatThrownBy(() -> settings("--rounds")).hasMessageContaining("--rounds must be");
  }

  @Test
  void left_beforeAndAfterARace_countsWhatTheSettingsSay() {
    List<Race> races = Race.all(settings("--only", "memory, spread, k=2"));
    Estimate little = new Estimate(races, settings("--rounds", "1"));
    Estimate much = new Estimate(races, settings("--rounds", "100"));
    assertThat(much.left()).isGreaterThan(3 * little.left());
    much.raceDone();
    assertThat(much.toString()).startsWith("1 of 5 races done, about ");
    assertThat(little.warmUp(0)).isEqualTo(20);
    assertThat(little.warmUp(1)).isEqualTo(2);
  }
}
