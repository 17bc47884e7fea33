package io.github.boxoffice.benchmarks.till;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.PaymentMethod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Sells through the front door, as an application does. */
public final class BoxOfficeTill implements Till {
  private static final int ROWS = 20;
  private static final PaymentMethod CARD = new PaymentMethod("card");

  private final BoxOffice boxOffice;
  private final Runnable settle;
  private final Runnable opened;
  private final Checkout checkout;

  /** How a hold becomes a booking. */
  public enum Checkout {
    /** Paid at a counter, then confirmed. */
    OUTSIDE {
      @Override
      Outcome<Booking> book(BoxOffice boxOffice, Hold hold) {
        return boxOffice.confirm(hold, Payment.outside(PaymentId.random(), hold.price()));
      }
    },
    /** Charged through the gateway, then confirmed: the payment is written down before. */
    GATEWAY {
      @Override
      Outcome<Booking> book(BoxOffice boxOffice, Hold hold) {
        return boxOffice.pay(hold, CARD);
      }
    };

    abstract Outcome<Booking> book(BoxOffice boxOffice, Hold hold);
  }

  /**
   * Sells through this box office.
   *
   * @param settle is run when shows were opened
   * @param opened closes what is below it
   */
  public BoxOfficeTill(BoxOffice boxOffice, Runnable settle, Runnable opened, Checkout checkout) {
    this.boxOffice = boxOffice;
    this.settle = settle;
    this.opened = opened;
    this.checkout = checkout;
  }

  @Override
  public Shows open(Size size) {
    SeatMap seats = SeatMap.grid(ROWS, size.seats() / ROWS);
    Show.Plan plan = plan(seats);
    List<ShowId> shows =
        IntStream.range(0, size.shows()).mapToObj(i -> boxOffice.catalog().add(plan).id()).toList();
    settle.run();
    return new Ours(shows, groups(seats, size.together()));
  }

  private Show.Plan plan(SeatMap seats) {
    Cinema cinema = boxOffice.catalog().add(new Cinema(0, "Berlin", "Delphi"));
    Hall hall = boxOffice.catalog().add(new Hall(0, cinema.id(), "1", seats));
    Movie movie = boxOffice.catalog().add(Movie.titled("Metropolis"));
    return new Show.Plan(
        movie.id(),
        hall.id(),
        Instant.now().plus(30, ChronoUnit.DAYS),
        PriceList.flat(seats, Money.of(1250, "EUR")),
        HoldPolicy.STANDARD);
  }

  /** The labels as a request would bring them. */
  private static List<List<String>> groups(SeatMap seats, int together) {
    List<String> labels = seats.seats().stream().map(Seat::label).toList();
    return IntStream.range(0, labels.size() / together)
        .mapToObj(group -> List.copyOf(labels.subList(group * together, (group + 1) * together)))
        .toList();
  }

  @Override
  public void close() {
    boxOffice.close();
    opened.run();
  }

  private final class Ours implements Shows {
    private final List<ShowId> shows;
    private final List<List<String>> groups;

    Ours(List<ShowId> shows, List<List<String>> groups) {
      this.shows = shows;
      this.groups = groups;
    }

    @Override
    public boolean sell(int show, int group, String user) {
      Outcome<Hold> hold = boxOffice.hold(HoldRequest.of(shows.get(show), user, groups.get(group)));
      return hold instanceof Outcome.Done<Hold> done
          && checkout.book(boxOffice, done.value()).isDone();
    }
  }
}
