/**
 * How rivals for a seat are kept apart. A {@link io.github.boxoffice.lock.SeatLockStrategy} decides
 * who waits, who retries and who loses; it knows no storage. Whatever it gets wrong, the store
 * still refuses to sell a seat twice.
 */
@NullMarked
package io.github.boxoffice.lock;

import org.jspecify.annotations.NullMarked;
