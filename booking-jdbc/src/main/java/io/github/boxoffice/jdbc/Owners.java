package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The holds that some locked seats point at, by id, which is their lock order. */
final class Owners {
  private static final Comparator<HoldId> ORDER =
      Comparator.comparing(HoldId::value, HoldKey.BYTES);

  private final SortedMap<HoldId, Stored> byId = new TreeMap<>(ORDER);

  private Owners() {}

  static Owners read(
      Connection connection, HoldRows holds, ShowId show, List<SeatRow> rows, Isolation isolation)
      throws SQLException {
    Owners owners = new Owners();
    for (HoldId id : ids(rows)) {
      holds.find(connection, show, id, isolation).ifPresent(found -> owners.byId.put(id, found));
    }
    return owners;
  }

  /** Those that were read together, of one show. */
  static Owners of(List<Stored> found) {
    Owners owners = new Owners();
    found.forEach(owner -> owners.byId.put(owner.hold().claim().id(), owner));
    return owners;
  }

  private static SortedSet<HoldId> ids(List<SeatRow> rows) {
    SortedSet<HoldId> ids = new TreeSet<>(ORDER);
    for (SeatRow row : rows) {
      if (row.owner() != null) {
        ids.add(row.owner());
      }
    }
    return ids;
  }

  /** Why the seats cannot be taken from them: the first reason, and all seats concerned. */
  Optional<ChangeResult.Refused> refusal(SeatChange.Hold wanted, List<SeatRow> rows, long now) {
    List<Integer> concerned = new ArrayList<>();
    List<Refusal> reasons = new ArrayList<>();
    for (SeatRow row : rows) {
      Optional<Refusal> reason =
          row.allows(wanted.fence())
              ? blocks(row.owner(), wanted, now)
              : Optional.of(Refusal.STALE_FENCE);
      if (reason.isPresent()) {
        concerned.add(row.seat());
        reasons.add(reason.get());
      }
    }
    SeatSet seats = SeatSet.of(concerned.stream().mapToInt(Integer::intValue).toArray());
    return reasons.stream()
        .min(Comparator.naturalOrder())
        .map(first -> new ChangeResult.Refused(first, seats));
  }

  private Optional<Refusal> blocks(@Nullable HoldId owner, SeatChange.Hold wanted, long now) {
    Stored stored = owner == null ? null : byId.get(owner);
    return stored == null ? Optional.empty() : HoldRules.blocks(stored.hold(), wanted, now);
  }

  /** Those that have not ended yet, though the time of some may be over. */
  List<Stored> held() {
    return byId.values().stream().filter(owner -> owner.hold().state() == HoldState.HELD).toList();
  }

  /** Since when the user has had a claim on any of the seats; now if there was none. */
  long claimedSince(long now) {
    return held().stream()
        .filter(owner -> !owner.hold().hasLapsed(now))
        .mapToLong(owner -> owner.hold().term().since())
        .reduce(now, Math::min);
  }
}
