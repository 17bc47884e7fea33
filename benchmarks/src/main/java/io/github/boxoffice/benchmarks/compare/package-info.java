/** The programs behind docs/benchmarks.md: ours beside the peers, and heap per seat. */
@NullMarked
package io.github.boxoffice.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
