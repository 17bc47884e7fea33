package io.github.boxoffice.store;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;

/**
 * Who claims which seats of which show, under which id: the part of a hold that never changes. Two
 * calls with the same id and an equal claim are the same call.
 *
 * @param show the show
 * @param id the hold's id
 * @param user who claims
 * @param seats what is claimed; never empty
 */
public record Claim(ShowId show, HoldId id, String user, SeatSet seats) {
  /** Refuses a claim on nothing. */
  public Claim {
    if (seats.size() == 0) {
      throw new IllegalArgumentException("seats must not be empty");
    }
  }
}
