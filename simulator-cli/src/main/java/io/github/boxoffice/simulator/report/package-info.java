/** What is said about runs that are over: to people, to scripts, and in files. */
@NullMarked
package io.github.boxoffice.simulator.report;

import org.jspecify.annotations.NullMarked;
