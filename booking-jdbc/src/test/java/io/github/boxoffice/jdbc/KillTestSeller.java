package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Sells two seats at a time from several threads, and prints each booking once it is one. */
final class KillTestSeller {
  /** The length of a whole line, without its end. */
  static final int LINE = 36;

  private static final int THREADS = 4;
  private static final int SEATS = 4_000;

  private final AtomicInteger next = new AtomicInteger();
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);

  private KillTestSeller() {}

  public static void main(String[] args) {
    JdbcStore store = JdbcStore.at(H2.file(Path.of(args[0]))).createTables().open();
    ShowId show = Shows.open(store.catalog(), SEATS);
    KillTestSeller seller = new KillTestSeller();
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> seller.sell(store.seats(), show)).start();
    }
  }

  private void sell(SeatStore seats, ShowId show) {
    for (int seat = next.getAndAdd(2); seat < SEATS; seat = next.getAndAdd(2)) {
      Claim claim = Shows.claim(show, "user" + seat, seat, seat + 1);
      must(seats, new SeatChange.Hold(claim, Shows.TERMS, 0));
      if (seat % 16 == 0) {
        continue; // Held, and never paid for.
      }
      HoldPayment payment = Shows.payment();
      must(seats, new SeatChange.Pay(claim, payment, Duration.ofSeconds(30)));
      must(seats, new SeatChange.Confirm(claim, payment, false));
      out.println(claim.id());
    }
  }

  private static void must(SeatStore seats, SeatChange change) {
    ChangeResult result = seats.apply(change, Isolation.GUARDED);
    if (!(result instanceof ChangeResult.Applied)) {
      throw new IllegalStateException(change + ": " + result);
    }
  }
}
