package io.github.boxoffice.jdbc;

/** What a failed statement means for the change that it was part of. */
enum Trouble {
  /** A row with this key is there already. */
  TAKEN,
  /** A rival kept a row locked for longer than we were to wait. */
  CONTENDED,
  /** The database ended the transaction over a deadlock or a changed row; again may succeed. */
  RETRY,
  /** The statement was cancelled: it ran out of the time that it was given. */
  DEADLINE,
  /** The connection is gone. Lost during a commit, nobody knows whether it happened. */
  UNKNOWN,
  /** Anything else. */
  BROKEN
}
