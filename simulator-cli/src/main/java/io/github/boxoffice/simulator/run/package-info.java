/**
 * Plays a scenario: users who want seats, each a client of the box office, and a recorder that
 * keeps what they were told. Nothing here judges.
 *
 * <p>How a run ends, so that the verdict can rest on it: the users finish what they began; recovery
 * settles the payments whose fate is unknown; the last hold lapses; a fresh client holds every seat
 * that is not booked; at the very end every seat is read.
 */
@NullMarked
package io.github.boxoffice.simulator.run;

import org.jspecify.annotations.NullMarked;
