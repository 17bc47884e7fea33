/**
 * Paying for a hold. The attempt is written down, the gateway is asked outside any lock or
 * transaction, and only then is the hold confirmed; what is left open by a crash is settled later.
 */
@NullMarked
package io.github.boxoffice.payment;

import org.jspecify.annotations.NullMarked;
