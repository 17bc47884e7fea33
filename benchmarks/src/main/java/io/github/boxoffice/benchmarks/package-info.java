/**
 * What a sale costs under JMH, ours and what people write by hand. Here are the benchmarks; what
 * they sell through is below, in {@code till} and {@code peer}.
 */
@NullMarked
package io.github.boxoffice.benchmarks;

import org.jspecify.annotations.NullMarked;
