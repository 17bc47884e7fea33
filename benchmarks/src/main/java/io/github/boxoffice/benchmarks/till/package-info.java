/** What a benchmark sells through, and which seats it asks for. */
@NullMarked
package io.github.boxoffice.benchmarks.till;

import org.jspecify.annotations.NullMarked;
