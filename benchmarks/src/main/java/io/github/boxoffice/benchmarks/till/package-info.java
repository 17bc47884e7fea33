/** What a benchmark sells through, which seats it asks for, and on which threads. */
@NullMarked
package io.github.boxoffice.benchmarks.till;

import org.jspecify.annotations.NullMarked;
