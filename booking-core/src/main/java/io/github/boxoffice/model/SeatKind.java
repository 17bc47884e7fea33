package io.github.boxoffice.model;

/** What a seat is made for. */
public enum SeatKind {
  /** An ordinary seat. */
  STANDARD,
  /** A place for a wheelchair. */
  WHEELCHAIR,
  /** The seat beside a wheelchair place, for whoever comes along. */
  COMPANION
}
