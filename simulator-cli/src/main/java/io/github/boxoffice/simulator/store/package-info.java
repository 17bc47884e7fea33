/** What the simulator's stores that stand before other stores have in common. */
@NullMarked
package io.github.boxoffice.simulator.store;

import org.jspecify.annotations.NullMarked;
