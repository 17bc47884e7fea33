/**
 * Servers for a simulation that names none: started in a process of their own, gone with the
 * simulation however that ends.
 */
@NullMarked
package io.github.boxoffice.simulator.server;

import org.jspecify.annotations.NullMarked;
