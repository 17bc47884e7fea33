/**
 * The values everything else speaks in: ids, money, seats, seat maps, the catalogue's records, and
 * the {@linkplain io.github.boxoffice.model.Outcome answers} that every verb gives. The lowest
 * floor: it imports nothing of Boxoffice.
 */
@NullMarked
package io.github.boxoffice.model;

import org.jspecify.annotations.NullMarked;
