/** What is to be simulated, as values: nothing here opens, starts or sells anything. */
@NullMarked
package io.github.boxoffice.simulator.scenario;

import org.jspecify.annotations.NullMarked;
