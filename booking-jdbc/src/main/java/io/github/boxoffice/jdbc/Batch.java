package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many changes in few transactions, mostly in one: see {@link Rounds}. If one fails, what was to be
 * made in it is halved, down to single changes, so that one request cannot fail the others and one
 * failure is not followed by a transaction for each.
 *
 * <p>If the storage breaks, what is known by then is answered, and the rest is {@link
 * ChangeResult.Unknown}; it is an exception only if nothing was made.
 */
final class Batch {
  private static final ChangeResult KEEP = new ChangeResult.Applied(HoldState.HELD, 0);

  private final Transactions transactions;
  private final Rounds rounds;

  Batch(Transactions transactions, Sale sale) {
    this.transactions = transactions;
    this.rounds = new Rounds(sale);
  }

  List<ChangeResult> apply(List<SeatChange> changes, Function<SeatChange, ChangeResult> oneByOne) {
    List<Ask> asks = changes.stream().map(rounds::ask).toList();
    StoreException failure;
    try {
      failure = settle(asks, oneByOne);
    } catch (StoreException e) {
      failure = e;
    }
    if (failure != null && asks.stream().noneMatch(Ask::isApplied)) {
      throw failure;
    }
    return asks.stream().map(Batch::answer).toList();
  }

  private static ChangeResult answer(Ask ask) {
    ChangeResult answer = ask.answer();
    return answer == null ? new ChangeResult.Unknown() : answer;
  }

  /**
   * Answers all of these changes but those that the database cannot even read.
   *
   * @return what it said to those
   */
  private @Nullable StoreException settle(
      List<Ask> asks, Function<SeatChange, ChangeResult> oneByOne) {
    List<Ask> pending = Rounds.unanswered(asks);
    for (int round = 0; !pending.isEmpty(); round++) {
      StoreException failure = null;
      ChangeResult end = null;
      try {
        end = make(asks, round);
      } catch (StoreException e) {
        failure = e;
      }
      if (end != KEEP) {
        pending.forEach(Ask::forget);
      }
      if (failure != null && !isAboutData(failure)) {
        throw failure;
      } else if (end instanceof ChangeResult.Unknown) {
        pending.forEach(ask -> ask.answer(new ChangeResult.Unknown()));
      } else if (end != KEEP) {
        return split(pending, oneByOne, failure);
      }
      pending = Rounds.unanswered(asks);
    }
    return null;
  }

  private @Nullable ChangeResult make(List<Ask> asks, int round) {
    return transactions.change(
        Isolation.GUARDED,
        connection -> {
          rounds.next(connection, asks, round);
          return KEEP;
        });
  }

  private @Nullable StoreException split(
      List<Ask> asks,
      Function<SeatChange, ChangeResult> oneByOne,
      @Nullable StoreException failure) {
    if (asks.size() > 1) {
      int half = asks.size() / 2;
      StoreException first = settle(asks.subList(0, half), oneByOne);
      StoreException second = settle(asks.subList(half, asks.size()), oneByOne);
      return first == null ? second : first;
    }
    if (failure == null) {
      asks.forEach(ask -> ask.answer(oneByOne.apply(ask.change())));
    }
    return failure;
  }

  /** Whether the database is sound, and only what it was given is not: SQLSTATE 22 and 23. */
  private static boolean isAboutData(StoreException e) {
    return e.getCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && Stream.of("22", "23").anyMatch(cause.getSQLState()::startsWith);
  }
}
