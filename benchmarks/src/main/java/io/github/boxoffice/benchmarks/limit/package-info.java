/** What the machine allows at most of that which every sale needs. */
@NullMarked
package io.github.boxoffice.benchmarks.limit;

import org.jspecify.annotations.NullMarked;
