/**
 * The ports that a store implements, and the values that pass through them. Decisions that every
 * store must make alike stand here once, in {@link io.github.boxoffice.store.HoldRules}.
 */
@NullMarked
package io.github.boxoffice.store;

import org.jspecify.annotations.NullMarked;
