package io.github.boxoffice.lock;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.util.UUID;

/**
 * A lock on seats of a show that lapses by itself.
 *
 * @param show the show
 * @param seats what is locked, all of it by this lease
 * @param token who has it; unguessable, and different for each lease
 * @param fence higher than that of any earlier lease on any of these seats, also after the lease
 *     server was restarted; at least 1, and never below the microseconds since the epoch, so that
 *     one kind of lease store can follow another. A write under a lease carries it, and the store
 *     refuses a write whose fence is lower than one it has seen
 */
public record Lease(ShowId show, SeatSet seats, UUID token, long fence) {}
