-- Boxoffice, schema version 1, for MariaDB from 10.6 and MySQL from 8.0.17.
-- Times of holds and payments are milliseconds since the epoch by the server's clock.
-- Amounts are in minor units of their currency.
--
-- These servers commit each CREATE by itself: if this script stops halfway, drop what it created
-- before it is run again.
--
-- Text is compared byte by byte and with the spaces at its end, so that alice, Alice and "alice "
-- are three users. The collation for that has two names: what begins with /*M! is read by MariaDB
-- only, what begins with /*!80017 by MySQL only.
-- What is a key or a name has at most 255 characters; more is refused in the strict mode, which is
-- the default. The seats of a hold and the plot of a movie may take 16 MB, more than there is.
-- Ids are 16 bytes, since MySQL has no type for them, the most significant byte first.

-- The catalogue -------------------------------------------------------------------------------

CREATE TABLE cinema (
  id   BIGINT AUTO_INCREMENT PRIMARY KEY,
  city VARCHAR(255) NOT NULL,
  name VARCHAR(255) NOT NULL
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

CREATE TABLE hall (
  id        BIGINT AUTO_INCREMENT PRIMARY KEY,
  cinema_id BIGINT NOT NULL,
  name      VARCHAR(255) NOT NULL,
  FOREIGN KEY (cinema_id) REFERENCES cinema (id)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- The seats of a hall; seat_no is the position in seat order, from 0, which is lock order too.
CREATE TABLE hall_seat (
  hall_id     BIGINT NOT NULL,
  seat_no     INT NOT NULL CHECK (seat_no BETWEEN 0 AND 1048575),
  row_name    VARCHAR(255) NOT NULL,
  seat_number INT NOT NULL,
  zone        VARCHAR(255) NOT NULL,
  kind        VARCHAR(10) NOT NULL
              CHECK (kind IN ('STANDARD', 'WHEELCHAIR', 'COMPANION')),
  PRIMARY KEY (hall_id, seat_no),
  UNIQUE (hall_id, row_name, seat_number),
  FOREIGN KEY (hall_id) REFERENCES hall (id)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

CREATE TABLE movie (
  id            BIGINT AUTO_INCREMENT PRIMARY KEY,
  title         VARCHAR(255) NOT NULL,
  genre         VARCHAR(255) NOT NULL,
  language      VARCHAR(255) NOT NULL,
  plot          MEDIUMTEXT NOT NULL,
  length_millis BIGINT NOT NULL,
  released      DATE NOT NULL,
  rating        INT NOT NULL
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

CREATE TABLE movie_actor (
  movie_id BIGINT NOT NULL,
  position INT NOT NULL,
  name     VARCHAR(255) NOT NULL,
  PRIMARY KEY (movie_id, position),
  FOREIGN KEY (movie_id) REFERENCES movie (id)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

CREATE TABLE app_user (
  id    VARCHAR(255) PRIMARY KEY,
  name  VARCHAR(255) NOT NULL,
  email VARCHAR(255) NOT NULL,
  born  DATE
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- A show; called by its plan, because SHOW is a reserved word. starts_at is in UTC; a DATETIME is
-- not moved by the time zone of a session, as a TIMESTAMP would be, and goes beyond 2038.
CREATE TABLE show_plan (
  id                  BIGINT AUTO_INCREMENT PRIMARY KEY,
  movie_id            BIGINT NOT NULL,
  hall_id             BIGINT NOT NULL,
  starts_at           DATETIME(6) NOT NULL,
  hold_millis         BIGINT NOT NULL,
  longest_hold_millis BIGINT NOT NULL,
  max_seats           INT NOT NULL,
  seats               INT NOT NULL,
  FOREIGN KEY (movie_id) REFERENCES movie (id),
  FOREIGN KEY (hall_id) REFERENCES hall (id)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

CREATE TABLE price (
  show_id  BIGINT NOT NULL,
  zone     VARCHAR(255) NOT NULL,
  amount   BIGINT NOT NULL CHECK (amount >= 0),
  currency CHAR(3) NOT NULL,
  PRIMARY KEY (show_id, zone),
  FOREIGN KEY (show_id) REFERENCES show_plan (id)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- The sale: everything is keyed by show ---------------------------------------------------------
-- No foreign keys here: each would cost a look-up in every sale, and the guarded statements of
-- the store already refuse what they would.

-- One row a seat, so a seat has one owner by construction. Whether the owner still keeps the seat
-- is said by the owner's row in seat_hold. The primary key is the table itself, and there is no
-- other index, because every change of a seat goes by it, in its order.
CREATE TABLE show_seat (
  show_id BIGINT NOT NULL,
  seat_no INT NOT NULL CHECK (seat_no BETWEEN 0 AND 1048575),
  hold_id BINARY(16),
  fence   BIGINT DEFAULT 0 NOT NULL,
  PRIMARY KEY (show_id, seat_no)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- A hold, and the booking that it becomes. Its state says how it ended, once. The version counts
-- its changes; every change expects the version that it read. As with seats there is no other
-- index: the sweeper looks through some holds at a time.
CREATE TABLE seat_hold (
  show_id    BIGINT NOT NULL,
  id         BINARY(16) NOT NULL,
  user_id    VARCHAR(255) NOT NULL,
  seats      MEDIUMTEXT NOT NULL,
  state      VARCHAR(9) NOT NULL
             CHECK (state IN ('HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED', 'CANCELLED')),
  held_since BIGINT NOT NULL,
  held_until BIGINT NOT NULL,
  extended   BOOLEAN NOT NULL,
  payment_id BINARY(16),
  amount     BIGINT,
  currency   CHAR(3),
  version    INT DEFAULT 0 NOT NULL,
  PRIMARY KEY (show_id, id)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

CREATE TABLE payment (
  seq      BIGINT AUTO_INCREMENT PRIMARY KEY,
  id       BINARY(16) NOT NULL UNIQUE,
  show_id  BIGINT NOT NULL,
  hold_id  BINARY(16) NOT NULL,
  amount   BIGINT NOT NULL CHECK (amount >= 0),
  currency CHAR(3) NOT NULL,
  state    VARCHAR(9) NOT NULL
           CHECK (state IN ('PENDING', 'DECLINED', 'CAPTURED', 'REFUNDING', 'REFUNDED')),
  since    BIGINT NOT NULL
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- For the purge of old shows.
CREATE INDEX payment_by_show ON payment (show_id);

-- For the recovery, which looks for payments that are not settled, the oldest first.
CREATE INDEX payment_by_state ON payment (state, seq);

-- Leases. Rows stay, because each remembers the highest fence that was given out for its seat.
CREATE TABLE lease (
  show_id BIGINT NOT NULL,
  seat_no INT NOT NULL,
  token   BINARY(16) NOT NULL,
  lapses  BIGINT NOT NULL,
  fence   BIGINT NOT NULL,
  PRIMARY KEY (show_id, seat_no)
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- For people who read the database: one row a booking.
CREATE VIEW booking AS
SELECT LOWER(CONCAT(HEX(SUBSTR(id, 1, 4)), '-', HEX(SUBSTR(id, 5, 2)), '-', HEX(SUBSTR(id, 7, 2)), '-',
             HEX(SUBSTR(id, 9, 2)), '-', HEX(SUBSTR(id, 11)))) AS id,
  show_id, user_id, seats,
  LOWER(CONCAT(HEX(SUBSTR(payment_id, 1, 4)), '-', HEX(SUBSTR(payment_id, 5, 2)), '-', HEX(SUBSTR(payment_id, 7, 2)), '-',
             HEX(SUBSTR(payment_id, 9, 2)), '-', HEX(SUBSTR(payment_id, 11)))) AS payment_id,
  amount, currency
FROM seat_hold
WHERE state = 'CONFIRMED';

-- Last, so that a schema that is half there is no schema.
CREATE TABLE boxoffice_schema (
  version INT NOT NULL PRIMARY KEY
) ENGINE InnoDB CHARACTER SET utf8mb4
  COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

INSERT INTO boxoffice_schema (version) VALUES (1);
