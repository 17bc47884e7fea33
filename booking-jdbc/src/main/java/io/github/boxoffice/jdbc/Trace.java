package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a wave leaves, by which it can be told whether it was committed. What was made by somebody
 * before, in the same way, looks the same; then nobody knows.
 */
final class Trace {
  private Trace() {}

  /**
   * Whether a wave whose transaction was to commit, and which failed, has left nothing. It may have
   * failed after its commit, or because its answer could not be read; and if the session is lost,
   * nobody knows.
   */
  static boolean isUndone(Connection connection, Changes wave, Bulk bulk, SQLException failure) {
    try {
      connection.rollback();
      return !isLeft(connection, wave, bulk);
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
      return false;
    }
  }

  /** Whether at least one of these changes is there; holds are made all together. */
  private static boolean isLeft(Connection connection, Changes wave, Bulk bulk)
      throws SQLException {
    TreeMap<HoldKey, Predicate<HoldRecord>> traces = new TreeMap<>();
    wave.holds().stream()
        .limit(1)
        .forEach(hold -> traces.put(HoldKey.of(hold.claim()), any -> true));
    wave.pays()
        .forEach(pay -> traces.put(HoldKey.of(pay.claim()), hold -> pays(hold, pay.payment())));
    wave.outside().forEach(confirm -> put(traces, confirm));
    wave.confirms().forEach(confirm -> put(traces, confirm));
    Map<HoldKey, Stored> found = bulk.holds(connection, traces.navigableKeySet()).byKey();
    return traces.entrySet().stream()
        .anyMatch(
            trace -> {
              Stored stored = found.get(trace.getKey());
              return stored != null && trace.getValue().test(stored.hold());
            });
  }

  private static void put(Map<HoldKey, Predicate<HoldRecord>> traces, SeatChange.Confirm confirm) {
    traces.put(
        HoldKey.of(confirm.claim()),
        hold -> hold.state() == HoldState.CONFIRMED && pays(hold, confirm.payment()));
  }

  private static boolean pays(HoldRecord hold, HoldPayment payment) {
    HoldPayment known = hold.payment();
    return known != null && known.id().equals(payment.id());
  }
}
