package io.github.boxoffice.simulator.control;

import io.github.boxoffice.simulator.store.ForwardingStore;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import javax.sql.DataSource;

/** A store that sells seats twice, because it checks and then writes. */
public final class NaiveStore extends ForwardingStore {
  private final SeatStore seats;
  private final PaymentStore payments;

  private NaiveStore(Store sound, SeatStore seats, PaymentStore payments) {
    super(sound);
    this.seats = seats;
    this.payments = payments;
  }

  /** In this process's memory. */
  public static NaiveStore inMemory() {
    Store sound = new MemoryStore();
    NaivePayments payments = new NaivePayments(sound.clock());
    return new NaiveStore(sound, new NaiveSeats(sound, payments), payments);
  }

  /**
   * In the tables of a database.
   *
   * @param sound a store on the same database, which does all but taking seats; closed with this
   */
  public static NaiveStore on(DataSource dataSource, Store sound) {
    return new NaiveStore(sound, new NaiveSqlSeats(dataSource, sound.seats()), sound.payments());
  }

  @Override
  public SeatStore seats() {
    return seats;
  }

  @Override
  public PaymentStore payments() {
    return payments;
  }
}
