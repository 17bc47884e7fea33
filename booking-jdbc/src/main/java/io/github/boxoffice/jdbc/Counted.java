package io.github.boxoffice.jdbc;

/**
 * A statement that says by a count whether something was in its way.
 *
 * @param rows how many it changes if nothing was
 */
record Counted(Composed statement, int rows) {}
