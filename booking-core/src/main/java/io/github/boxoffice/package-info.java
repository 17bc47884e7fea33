/**
 * Boxoffice sells seats: never one twice, none stuck, none lost. {@link
 * io.github.boxoffice.BoxOffice} is the front door.
 */
@NullMarked
package io.github.boxoffice;

import org.jspecify.annotations.NullMarked;
