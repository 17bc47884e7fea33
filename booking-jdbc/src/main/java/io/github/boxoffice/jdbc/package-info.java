/**
 * Stores and leases that live in a relational database; today H2, in memory or in a file.
 *
 * <p>Begin with {@link io.github.boxoffice.jdbc.JdbcStore}. The tables come with {@link
 * io.github.boxoffice.jdbc.Schema}, when asked.
 */
@NullMarked
package io.github.boxoffice.jdbc;

import org.jspecify.annotations.NullMarked;
