package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The rows of {@code show_plan} and {@code price}, and the seats on sale when a show is added. */
final class ShowRows {
  private static final String ADD =
      "INSERT INTO show_plan (movie_id, hall_id, starts_at, hold_millis, longest_hold_millis,"
          + " max_seats, seats) VALUES (:movie, :hall, :starts, :hold, :longest, :max,"
          + " (SELECT COUNT(*) FROM hall_seat WHERE hall_id = :hall))";
  private static final String ADD_PRICE =
      "INSERT INTO price (show_id, zone, amount, currency) VALUES (?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT id, movie_id, hall_id, starts_at, hold_millis, longest_hold_millis, max_seats"
          + " FROM show_plan";
  private static final String PRICES = "SELECT zone, amount, currency, show_id FROM price";

  private final Dialect dialect;
  private final String openSeats;

  ShowRows(Dialect dialect) {
    this.dialect = dialect;
    this.openSeats = dialect.openSeats();
  }

  Show add(Handle handle, Show.Plan plan) {
    known(Desk.has(handle, "movie", plan.movieId()), "movie", plan.movieId());
    known(Desk.has(handle, "hall", plan.hallId()), "hall", plan.hallId());
    long id = insert(handle, plan);
    plan.prices()
        .byZone()
        .forEach(
            (zone, price) ->
                handle.execute(
                    ADD_PRICE, id, zone, price.minorUnits(), HoldRows.currencyOf(price)));
    handle.execute(openSeats, id, plan.hallId());
    return new Show(new ShowId(id), plan);
  }

  private static void known(boolean condition, String kind, long id) {
    if (!condition) {
      throw new IllegalArgumentException("there is no " + kind + " " + id);
    }
  }

  private long insert(Handle handle, Show.Plan plan) {
    return Desk.idOf(
        handle
            .createUpdate(ADD)
            .bind("movie", plan.movieId())
            .bind("hall", plan.hallId())
            .bind("starts", moment(plan.startsAt()))
            .bind("hold", plan.holds().ttl().toMillis())
            .bind("longest", plan.holds().longest().toMillis())
            .bind("max", plan.holds().maxSeats()));
  }

  private Argument moment(Instant moment) {
    return (at, statement, context) -> dialect.bind(statement, at, moment);
  }

  /** A show whose prices are still to be read: after it, so that they are there. */
  private record Unpriced(long id, Function<PriceList, Show> at) {}

  Optional<Show> find(Handle handle, ShowId id) {
    return handle
        .select(SELECT + " WHERE id = ?", id.value())
        .map((row, context) -> read(row))
        .findOne()
        .map(show -> price(show, prices(handle, " WHERE show_id = ?", id.value())));
  }

  List<Show> all(Handle handle) {
    List<Unpriced> shows =
        handle.select(SELECT + " ORDER BY id").map((row, context) -> read(row)).list();
    Map<Long, Map<String, Money>> prices = prices(handle, "");
    return shows.stream().map(show -> price(show, prices)).toList();
  }

  private static Show price(Unpriced show, Map<Long, Map<String, Money>> prices) {
    return show.at.apply(new PriceList(prices.getOrDefault(show.id, Map.of())));
  }

  private static Map<Long, Map<String, Money>> prices(
      Handle handle, String where, Object... parameters) {
    Map<Long, Map<String, Money>> prices = new HashMap<>();
    handle
        .select(PRICES + where, parameters)
        .map(
            (row, context) ->
                prices
                        .computeIfAbsent(row.getLong("show_id"), id -> new HashMap<>())
                        .putIfAbsent(row.getString("zone"), HoldRows.money(row))
                    == null)
        .list();
    return prices;
  }

  private Unpriced read(ResultSet row) throws SQLException {
    ShowId id = new ShowId(row.getLong("id"));
    long movie = row.getLong("movie_id");
    long hall = row.getLong("hall_id");
    Instant starts = dialect.moment(row, "starts_at");
    HoldPolicy holds = policy(row);
    return new Unpriced(
        id.value(), prices -> new Show(id, new Show.Plan(movie, hall, starts, prices, holds)));
  }

  private static HoldPolicy policy(ResultSet row) throws SQLException {
    return new HoldPolicy(
        Duration.ofMillis(row.getLong("hold_millis")),
        Duration.ofMillis(row.getLong("longest_hold_millis")),
        row.getInt("max_seats"));
  }
}
