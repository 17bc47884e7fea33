package io.github.boxoffice.benchmarks.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
  private static final Till.Size SIZE = new Till.Size(10, 60, 6);

  private final Set<List<Integer>> places = ConcurrentHashMap.newKeySet();
  private final Market market = new Market(new Notebook(), SIZE);
  private int opened;

  @Test
  void spread_moreBuyersThanGroupsInAShow_sellsEveryPlaceOnce() {
    List<Walk> buyers = IntStream.range(0, 25).mapToObj(i -> Walk.spread(market, i, 25)).toList();
    for (int step = 0; step < 4; step++) {
      assertThat(buyers).allMatch(buyer -> buyer.buy("somebody"));
    }
    assertThat(places).hasSize(SIZE.shows() * SIZE.groups());
    assertThat(opened).isEqualTo(1);
    assertThat(buyers.get(0).buy("somebody")).isTrue();
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void spread_buyersSideBySide_areInDifferentShows() {
    IntStream.range(0, 10).forEach(i -> Walk.spread(market, i, 10).buy("somebody"));
    assertThat(places).extracting(place -> place.get(1)).doesNotHaveDuplicates();
  }

  @Test
  void hot_fourInARow_wantTheSame() {
    Walk buyer = Walk.hot(market);
    List<Boolean> sold = IntStream.range(0, 8).mapToObj(i -> buyer.buy("somebody")).toList();
    assertThat(sold).containsExactly(true, false, false, false, true, false, false, false);
  }

  /** There are 100 places in a generation. */
  @ParameterizedTest
  @CsvSource({"0, 1", "25, 1", "33, 1", "34, 2", "99, 3", "100, 4", "150, 5"})
  void prepare_afterSoManyPlaces_twiceAsManyAreThereButHalfAGenerationAtLeast(int some, int all) {
    Walk buyer = Walk.spread(market, 0, 1);
    buyer.prepare();
    buy(buyer, some);
    buyer.prepare();
    assertThat(opened).isEqualTo(all);
    buy(buyer, Math.max(50, 2 * some) - 1);
    assertThat(opened).isEqualTo(all);
  }

  @Test
  void prepare_hot_isThatOfTheLastTime() {
    Walk buyer = Walk.hot(market);
    buy(buyer, 4 * 150);
    buyer.prepare();
    assertThat(opened).isEqualTo(5);
    buy(buyer, 4);
    buyer.prepare();
    assertThat(opened).isEqualTo(5);
  }

  private static void buy(Walk buyer, int times) {
    IntStream.range(0, times).forEach(i -> buyer.buy("somebody"));
  }

  /** Sells each place once. */
  private final class Notebook implements Till {
    @Override
    public Shows open(Size size) {
      int generation = ++opened;
      return (show, group, user) -> places.add(List.of(generation, show, group));
    }

    @Override
    public void close() {}
  }
}
