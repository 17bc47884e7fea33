/**
 * The peers on a server, PostgreSQL or MariaDB: each the good code of its kind, hold and confirm as
 * two durable transactions on the same table.
 */
@NullMarked
package io.github.boxoffice.benchmarks.peer.sql;

import org.jspecify.annotations.NullMarked;
