/**
 * Leases that live in Redis, for box offices in several processes that should not meet in their
 * database first.
 *
 * <p>Begin with {@link io.github.boxoffice.redis.RedisLeaseStore}. It needs Redis 6.2 or later, or
 * what speaks its tongue: one server, or Redis Cluster.
 *
 * <h2>What is kept there</h2>
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>value</th><th>lapses</th></tr>
 * <tr><td>{@code boxoffice:{SHOW}:lease:SEAT}</td><td>the token of the lease</td>
 * <td>with the lease, by Redis's own clock ({@code PX})</td></tr>
 * <tr><td>{@code boxoffice:{SHOW}:fence}</td><td>the highest fence given out</td>
 * <td>after a day without a lease</td></tr>
 * </table>
 *
 * <p>The braces are a hash tag: all keys of a show lie in one slot, so in a cluster one script
 * still takes all seats of a hold or none, and shows spread over the servers. Box offices with
 * different databases have different shows under one number, so each needs a prefix of its own.
 *
 * <h2>What survives, and what does not</h2>
 *
 * <p>Leases are a courtesy: they keep rivals from meeting in the database. Whether a seat is sold
 * is decided there alone, by the state and the fence of its row, so nothing that happens to Redis
 * sells a seat twice. What it costs:
 *
 * <ul>
 *   <li><b>FLUSHALL, or a restart without persistence:</b> all leases are lost. Their holders may
 *       still write, if nobody was faster. Fences do not fall back, because none is below the
 *       server's clock in microseconds.
 *   <li><b>Failover to a replica that is behind:</b> the same, and one seat may have two leases for
 *       a while. If the new server's clock is behind as well, its fences are too low: the first
 *       hold that is refused for it asks the database for the highest fence of its seats, and
 *       raises the counter ({@link io.github.boxoffice.lock.LeaseStore#raiseFence}).
 *   <li><b>A holder that dies:</b> its seats are free for others when its lease lapses.
 *   <li><b>Redis cannot be reached:</b> holds that need a lease fail with {@link
 *       io.github.boxoffice.store.StoreException}; confirm, release and the rest need none and go
 *       on. A connection that broke since it was last used is replaced, and the call repeated once.
 *       Calls that meet share a pipeline on one server, so a server that does not answer keeps
 *       those who came while it was silent waiting for its time-out before their own begins.
 *   <li><b>An answer that took longer than the lease lasts</b> is no lease.
 *   <li><b>Resharding a cluster:</b> a script that meets a slot on its way elsewhere is sent there;
 *       should Redis refuse it meanwhile ({@code TRYAGAIN}), that hold fails, and may be repeated.
 * </ul>
 */
@NullMarked
package io.github.boxoffice.redis;

import org.jspecify.annotations.NullMarked;
