/** Holding seats, and what becomes of a hold: confirmed, released, expired; a booking cancelled. */
@NullMarked
package io.github.boxoffice.booking;

import org.jspecify.annotations.NullMarked;
