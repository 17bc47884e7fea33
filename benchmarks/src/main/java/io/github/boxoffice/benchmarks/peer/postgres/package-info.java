/**
 * The peers on PostgreSQL: each the good code of its kind, hold and confirm as two durable
 * transactions on the same table.
 */
@NullMarked
package io.github.boxoffice.benchmarks.peer.postgres;

import org.jspecify.annotations.NullMarked;
