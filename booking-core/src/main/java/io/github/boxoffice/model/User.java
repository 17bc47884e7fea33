package io.github.boxoffice.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who books.
 *
 * @param id the name by which holds and bookings know the user
 * @param name what to call them
 * @param email where to reach them
 * @param born date of birth, if known
 */
public record User(String id, String name, String email, @Nullable LocalDate born) {
  /** Refuses a blank id. */
  public User {
    Check.text(id, "user id");
  }
}
