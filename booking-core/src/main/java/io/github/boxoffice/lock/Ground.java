package io.github.boxoffice.lock;

import io.github.boxoffice.store.SeatStore;

/**
 * What a strategy stands on.
 *
 * @param seats where changes are made
 * @param leases where leases are had, for strategies that want some
 */
public record Ground(SeatStore seats, LeaseStore leases) {}
