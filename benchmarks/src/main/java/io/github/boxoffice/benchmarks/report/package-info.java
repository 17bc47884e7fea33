/** What a comparison came to, as values, and as the page and the chart that people read. */
@NullMarked
package io.github.boxoffice.benchmarks.report;

import org.jspecify.annotations.NullMarked;
