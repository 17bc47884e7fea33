package io.github.boxoffice.model;

/**
 * A hall of a cinema.
 *
 * @param id given by the store; 0 before
 * @param cinemaId the cinema it belongs to
 * @param name its name or number
 * @param seatMap its seats; fixed for good, because shows refer to seats by position
 */
public record Hall(long id, long cinemaId, String name, SeatMap seatMap) {
  /** Refuses a blank name. */
  public Hall {
    Check.text(name, "name");
  }

  /** The same under the id that the store gave. */
  public Hall withId(long newId) {
    return new Hall(newId, cinemaId, name, seatMap);
  }
}
