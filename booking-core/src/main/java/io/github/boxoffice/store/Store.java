package io.github.boxoffice.store;

import java.time.InstantSource;

/** One storage with all its ports. Closing it gives back what it opened, and nothing else. */
public interface Store extends AutoCloseable {
  /** Seats and holds. */
  SeatStore seats();

  /** Payments. */
  PaymentStore payments();

  /** Cinemas, halls, movies, shows, users. */
  CatalogStore catalog();

  /** The clock by which this store judges whether a hold has ended. */
  InstantSource clock();

  @Override
  void close();
}
