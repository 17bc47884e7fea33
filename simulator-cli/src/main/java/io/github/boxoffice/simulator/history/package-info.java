/**
 * What clients asked and what they were told, one event a line. {@link
 * io.github.boxoffice.simulator.history.Recorder} writes it while users fight over seats, {@link
 * io.github.boxoffice.simulator.history.HistoryReader} streams it back to the judge. Nothing in it
 * comes from inside the store.
 *
 * <p>A history ends with its closing, in this order:
 *
 * <ol>
 *   <li>recovery settles what is unknown, as ordinary events of a {@code p} that begins with {@code
 *       recovery}: a {@code confirm} that is ok, a {@code refund} that is ok, or a {@code pay} that
 *       fails with {@code DECLINED};
 *   <li>nothing is done until the last hold has lapsed;
 *   <li>a client whose {@code p} begins with {@code fresh} tries to {@code hold} every seat that is
 *       not booked;
 *   <li>a client whose {@code p} begins with {@code fresh} reads every {@code seat} of every show.
 * </ol>
 */
@NullMarked
package io.github.boxoffice.simulator.history;

import org.jspecify.annotations.NullMarked;
