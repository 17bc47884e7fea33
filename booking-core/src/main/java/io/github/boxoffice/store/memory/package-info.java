/** The store in memory: the reference that every other store must agree with. */
@NullMarked
package io.github.boxoffice.store.memory;

import org.jspecify.annotations.NullMarked;
