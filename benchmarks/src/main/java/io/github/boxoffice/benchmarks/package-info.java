/** What a sale costs, beside what people write by hand. */
@NullMarked
package io.github.boxoffice.benchmarks;

import org.jspecify.annotations.NullMarked;
