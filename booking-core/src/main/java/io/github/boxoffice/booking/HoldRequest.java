package io.github.boxoffice.booking;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to hold seats.
 *
 * @param show the show
 * @param user who wants them
 * @param seats their labels, such as {@code A-1}; all or none are held
 * @param id the id that the hold is to have; bring the same one to repeat a call safely
 * @param ttl how long the hold is to last; null for the show's own hold time
 */
public record HoldRequest(
    ShowId show, String user, List<String> seats, HoldId id, @Nullable Duration ttl) {
  /**
   * Keeps its own copy of the seats; refuses a blank user, no seats, a seat named twice, a time
   * below 1 ms.
   */
  public HoldRequest {
    seats = List.copyOf(seats);
    if (user.isBlank()) {
      throw new IllegalArgumentException("user must not be blank");
    }
    if (seats.isEmpty()) {
      throw new IllegalArgumentException("seats must not be empty");
    }
    for (int i = 1; i < seats.size(); i++) {
      if (seats.indexOf(seats.get(i)) < i) {
        throw new IllegalArgumentException("seats: " + seats.get(i) + " is named twice");
      }
    }
    if (ttl != null && ttl.toMillis() < 1) {
      throw new IllegalArgumentException("ttl must be at least 1 ms, was " + ttl);
    }
  }

  /** These seats under a new id, for the show's own hold time. */
  public static HoldRequest of(ShowId show, String user, List<String> seats) {
    return new HoldRequest(show, user, seats, HoldId.random(), null);
  }

  /** The same under this id. */
  public HoldRequest withId(HoldId newId) {
    return new HoldRequest(show, user, seats, newId, ttl);
  }

  /** The same for this long. */
  public HoldRequest lasting(Duration newTtl) {
    return new HoldRequest(show, user, seats, id, newTtl);
  }
}
