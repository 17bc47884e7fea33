/**
 * Several processes that play one run together: one opens the shows and closes them, the others
 * sell.
 */
@NullMarked
package io.github.boxoffice.simulator.worker;

import org.jspecify.annotations.NullMarked;
