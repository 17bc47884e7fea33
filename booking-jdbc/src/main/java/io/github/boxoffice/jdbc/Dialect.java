package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Isolation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of database is spoken to: the common tongue, and what a kind must or may say
 * otherwise. What has parameters comes with a method that binds them.
 */
abstract class Dialect {

  /** The folder of the schema scripts, and the name that people call this kind by. */
  abstract String name();

  /** The same, as far as it depends on how this session and its like are set. */
  Dialect in(Connection session) throws SQLException {
    return this;
  }

  /** Selects one seat by the key that {@link #bindSeat} binds. */
  String seat() {
    return "show_id = ? AND seat_no = ?";
  }

  /** Binds the key of a seat, and answers the next parameter. Key order is lock order. */
  int bindSeat(PreparedStatement statement, int at, ShowId show, int seat) throws SQLException {
    statement.setLong(at, show.value());
    statement.setInt(at + 1, seat);
    return at + 2;
  }

  /** The columns by which a hold is found, which {@link #bindHold} binds in this order. */
  List<String> holdKey() {
    return List.of("show_id", "id");
  }

  /** Binds the key of a hold, and answers the next parameter. */
  int bindHold(PreparedStatement statement, int at, ShowId show, HoldId id) throws SQLException {
    statement.setLong(at, show.value());
    bind(statement, at + 1, id.value());
    return at + 2;
  }

  /** Binds an id, or none. */
  void bind(PreparedStatement statement, int at, @Nullable UUID id) throws SQLException {
    statement.setObject(at, id);
  }

  /** Reads an id, if there is one. */
  @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** The same by the column's name. */
  final @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
    return uuid(row, row.findColumn(column));
  }

  /** Binds a moment, whatever time zone the session is in. */
  void bind(PreparedStatement statement, int at, Instant moment) throws SQLException {
    statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
  }

  /** Reads a moment, whatever time zone the session is in. */
  Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Selects one hold by the key that {@link #bindHold} binds. */
  final String hold() {
    return String.join(" = ? AND ", holdKey()) + " = ?";
  }

  /**
   * Joins holds to rows that name their hold by {@code show_id} and {@code hold_id}.
   *
   * @param holds the alias of seat_hold
   * @param rows the alias of the other table
   */
  String namedBy(String holds, String rows) {
    return holds + ".show_id = " + rows + ".show_id AND " + holds + ".id = " + rows + ".hold_id";
  }

  /**
   * Joins to a few such rows the holds that they name, as far as they name any. Each is looked for
   * by its key, however few holds there seem to be.
   */
  String joinHolds(String holds, String rows) {
    return " LEFT JOIN seat_hold " + holds + " ON " + namedBy(holds, rows);
  }

  /** Selects rows in one of these states by the index that is for those. */
  String isOneOf(String column, String... states) {
    return column + " IN ('" + String.join("', '", states) + "')";
  }

  /** Selects all seats of a show by what {@link #bindShow} binds. */
  String seatsOfShow() {
    return "show_id = ?";
  }

  /** Binds what selects all seats of a show, and answers the next parameter. */
  int bindShow(PreparedStatement statement, ShowId show) throws SQLException {
    statement.setLong(1, show.value());
    return 2;
  }

  /** Asks how many bytes the tables take with their indexes; empty if that cannot be asked. */
  String bytes() {
    return "";
  }

  /**
   * Puts the seats of a hall on sale; parameters: show, hall. The show is looked up once: joined,
   * PostgreSQL read all shows for each seat as long as it took them to be few.
   */
  String openSeats() {
    return "INSERT INTO show_seat (show_id, seat_no)"
        + " SELECT (SELECT s.id FROM show_plan s WHERE s.id = ?), h.seat_no FROM hall_seat h"
        + " WHERE h.hall_id = ? ORDER BY h.seat_no";
  }

  /** Locks the selected rows, waiting for each as long as the database is set to. */
  String lock() {
    return " FOR UPDATE";
  }

  /** Locks the selected rows, waiting for each at most this long. */
  abstract String lock(Duration patience);

  /**
   * What locks a hold that is read in order to be changed; empty where its version is guard enough.
   * Who reads under a lock of this kind has locked the hold's seats before.
   */
  String lockRead(Isolation isolation) {
    return "";
  }

  /** Whether {@link #within} has a statement wait as long as asked for, and no longer. */
  boolean boundsStatements() {
    return false;
  }

  /** The same statement, waiting for each lock as this isolation says, as far as it can be told. */
  String within(Isolation isolation, String statement) {
    return statement;
  }

  /**
   * Whether this transaction's writes are known to wait for a locked row no longer than this. Asked
   * by {@link PointWrites} alone.
   */
  boolean waitsAtMost(Connection connection, Duration patience) throws SQLException {
    return false;
  }

  /**
   * The time by which holds end. Every judgement on time asks it, and nothing else.
   *
   * @param clock the store's; databases on other machines go by their own
   */
  abstract Time time(InstantSource clock);

  /** How many transactions at once get more done than fewer would. */
  int mostAtOnce() {
    return Integer.MAX_VALUE;
  }

  /** The turns that writers have to take in the database which this data source leads to. */
  Turns turns(DataSource dataSource) {
    return Turns.NONE;
  }

  /** How the rows of seats are locked and written. */
  SeatRows seatRows() {
    return new SeatRows(this);
  }

  /** How holds are written down whose seats nobody had. */
  FreshHolds freshHolds(Sale sale) {
    return new FreshHolds(sale);
  }

  /** How sales are made that nothing is in the way of. */
  Shortcut shortcut(Sale sale) {
    return new PointWrites(sale);
  }

  /** How those are refused who come too late, in a transaction that {@link #looks} freely. */
  Glance glance(Sale sale) {
    return new OneGlance(sale);
  }

  /** Whether a plain read locks nothing in a transaction at this isolation. */
  boolean looks(Isolation isolation) {
    return true;
  }

  /** How holds are found whose time ran out. */
  abstract Lapsed lapsed(Sale sale);

  /**
   * Ends a transaction that wrote nothing so that the session remembers none of its questions,
   * where each sale would cost more for them. It may forget all others, too, so it is for what is
   * asked seldom.
   */
  void forget(Connection session) throws SQLException {}

  /** How many sales are made at once. */
  Bulk bulk(Sale sale) {
    return new PointBulk(sale);
  }

  /**
   * Has the transaction that is about to begin wait no longer for any lock, where {@link
   * #lock(Duration)} does not say it all; answers what undoes it.
   */
  Session.Setting bound(Connection connection, Duration patience) throws SQLException {
    return () -> {};
  }

  /**
   * Sees to it that the transaction that is about to begin is at READ COMMITTED, where connections
   * do not come so by default.
   */
  void readCommitted(Connection connection) throws SQLException {}

  /** Makes the transaction that is about to begin SERIALIZABLE; answers what undoes it. */
  Session.Setting serializable(Connection connection) throws SQLException {
    int was = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    return () -> connection.setTransactionIsolation(was);
  }

  /** What this failure means, by SQLSTATE and vendor code; never by the words of a message. */
  abstract Trouble classify(SQLException failure);
}
