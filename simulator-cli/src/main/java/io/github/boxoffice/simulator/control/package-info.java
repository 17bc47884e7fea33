/**
 * What must be caught: booking as it is naively written, a check and then a write, with neither a
 * lock nor a guard. It shows that the verdict can tell right from wrong.
 */
@NullMarked
package io.github.boxoffice.simulator.control;

import org.jspecify.annotations.NullMarked;
