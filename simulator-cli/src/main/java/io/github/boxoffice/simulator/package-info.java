/** The command line: users fighting over seats, and the verdict on what happened. */
@NullMarked
package io.github.boxoffice.simulator;

import org.jspecify.annotations.NullMarked;
