package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
import io.github.boxoffice.store.CatalogStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The catalogue in a database. */
final class JdbcCatalog implements CatalogStore {
  private static final String ADD_CINEMA = "INSERT INTO cinema (city, name) VALUES (:city, :name)";
  private static final String CHANGE_USER =
      "UPDATE app_user SET name = :name, email = :email, born = :born WHERE id = :id";
  private static final String ADD_USER =
      "INSERT INTO app_user (id, name, email, born) VALUES (:id, :name, :email, :born)";

  /**
   * Who buys a seat of a show that is over, while it is purged, is rare, and gone the next time.
   */
  private static final int PURGE_TRIES = 5;

  private final Desk desk;
  private final Transactions transactions;
  private final Purge purge;
  private final String bytes;
  private final HallRows halls;
  private final ShowRows shows;

  JdbcCatalog(Desk desk, Transactions transactions, Dialect dialect) {
    this.desk = desk;
    this.transactions = transactions;
    this.purge = new Purge(dialect);
    this.bytes = dialect.bytes();
    this.halls = new HallRows();
    this.shows = new ShowRows(dialect);
  }

  /** How many bytes all tables take with their indexes; empty if the database does not say. */
  OptionalLong bytes() {
    return bytes.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(desk.ask(handle -> handle.createQuery(bytes).mapTo(Long.class).one()));
  }

  @Override
  public Cinema add(Cinema cinema) {
    return desk.ask(
        handle ->
            cinema.withId(
                Desk.idOf(
                    handle
                        .createUpdate(ADD_CINEMA)
                        .bind("city", cinema.city())
                        .bind("name", cinema.name()))));
  }

  @Override
  public Hall add(Hall hall) {
    return desk.ask(handle -> halls.add(handle, hall));
  }

  @Override
  public Movie add(Movie movie) {
    return desk.ask(handle -> MovieRows.add(handle, movie));
  }

  @Override
  public User put(User user) {
    return desk.ask(
        handle -> {
          // Not by the number of rows that were changed: who puts the same again changes none.
          // Two who put the same new user at once: the second finds a row and is told so.
          handle
              .createUpdate(find(handle, user.id()).isPresent() ? CHANGE_USER : ADD_USER)
              .bind("id", user.id())
              .bind("name", user.name())
              .bind("email", user.email())
              .bind("born", user.born())
              .execute();
          return user;
        });
  }

  @Override
  public Show add(Show.Plan plan) {
    return desk.ask(handle -> shows.add(handle, plan));
  }

  @Override
  public Optional<Show> show(ShowId id) {
    return desk.askSeldom(handle -> shows.find(handle, id));
  }

  @Override
  public Optional<Hall> hall(long id) {
    return desk.askSeldom(handle -> halls.find(handle, id));
  }

  @Override
  public Optional<User> user(String id) {
    return desk.ask(handle -> find(handle, id));
  }

  private static Optional<User> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT id, name, email, born FROM app_user WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> readUser(row))
        .findOne();
  }

  private static User readUser(ResultSet row) throws SQLException {
    return new User(
        row.getString("id"),
        row.getString("name"),
        row.getString("email"),
        row.getObject("born", LocalDate.class));
  }

  @Override
  public List<Cinema> cinemas() {
    return desk.ask(
        handle ->
            handle
                .createQuery("SELECT id, city, name FROM cinema ORDER BY id")
                .map(
                    (row, context) ->
                        new Cinema(row.getLong(1), row.getString(2), row.getString(3)))
                .list());
  }

  @Override
  public List<Movie> movies() {
    return desk.ask(MovieRows::all);
  }

  @Override
  public List<Show> shows() {
    return desk.ask(shows::all);
  }

  /** The last try tells why it failed, if it does. */
  @Override
  public int purge(Instant startedBefore, int limit) {
    Transactions.Query<Integer> some = connection -> purge.some(connection, startedBefore, limit);
    for (int i = 1; i < PURGE_TRIES; i++) {
      Optional<Integer> deleted =
          transactions.attempt(connection -> Optional.of(some.in(connection)));
      if (deleted.isPresent()) {
        return deleted.get();
      }
    }
    return transactions.make(some);
  }
}
