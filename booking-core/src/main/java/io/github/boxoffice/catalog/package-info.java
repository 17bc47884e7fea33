/** What is on sale: cinemas, halls, movies, shows and their prices. */
@NullMarked
package io.github.boxoffice.catalog;

import org.jspecify.annotations.NullMarked;
