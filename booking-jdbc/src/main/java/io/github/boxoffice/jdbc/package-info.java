/** Stores and leases that live in a relational database. */
@NullMarked
package io.github.boxoffice.jdbc;

import org.jspecify.annotations.NullMarked;
