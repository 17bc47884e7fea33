package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.ShowId;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What people see of a day's shows. The first is the premiere, whose page is read again and again;
 * of all others a page is kept, as a site would, on which those seats are greyed out that somebody
 * has been told about.
 */
final class Floor {
  private final Board premiere;
  private final List<ShowId> shows;
  private final SeatMap map;
  private final Picker picker;
  private final AtomicReferenceArray<@Nullable Page> pages;

  Floor(Stage stage, SeatMap map) {
    this.shows = stage.shows();
    this.map = map;
    this.picker = new Picker(map);
    this.premiere = new Board(stage.office(), shows.get(0), map);
    this.pages = new AtomicReferenceArray<>(shows.size());
  }

  /**
   * What somebody sets their heart on.
   *
   * @param show the number of the show
   * @param seats fewer than were wanted if no more look free
   */
  record Choice(int show, List<String> seats) {}

  Choice ofPremiere(SplittableRandom random, int count) {
    return new Choice(0, picker.pick(premiere.look(), picker.favourite(random), count));
  }

  /** Of any show but the premiere; the first shows are the popular ones. */
  Choice ofOthers(SplittableRandom random, int count) {
    int others = shows.size() - 1;
    double wish = random.nextDouble();
    int first = (int) (wish * wish * others);
    for (int i = 0; i < others; i++) {
      int show = 1 + (first + i) % others;
      if (page(show).countFree() >= count) {
        List<String> seats = picker.pick(page(show), picker.favourite(random), count);
        if (seats.size() == count) {
          return new Choice(show, seats);
        } // Else others were quicker to look at the same page; that is no show sold out.
      }
    }
    return new Choice(0, List.of());
  }

  private Page page(int show) {
    Page known = pages.get(show);
    if (known != null) {
      return known;
    }
    Page fresh = Page.fresh(map.size());
    Page other = pages.compareAndExchange(show, null, fresh);
    return other == null ? fresh : other;
  }

  ShowId show(Choice choice) {
    return shows.get(choice.show());
  }

  /** Somebody heard that these seats are gone, or does not know. */
  void greyOut(Choice choice, List<String> seats) {
    if (choice.show() == 0) {
      premiere.greyOut(seats);
    } else {
      Page page = page(choice.show());
      seats.forEach(seat -> map.position(seat).ifPresent(page::greyOut));
    }
  }

  /** The seats of a show that anybody may have had a hold on: of the premiere all. */
  BitSet touched(int show) {
    BitSet touched = new BitSet(map.size());
    if (show == 0) {
      touched.set(0, map.size());
      return touched;
    }
    Page page = pages.get(show);
    for (int seat = 0; page != null && seat < map.size(); seat++) {
      if (!page.isFree(seat)) {
        touched.set(seat);
      }
    }
    return touched;
  }
}
