/**
 * What every store, strategy and lease store must do, as tests that anybody can run on their own.
 *
 * <p>Add booking-core's test-jar, JUnit Jupiter and AssertJ to the test class path and write one
 * small subclass for what you made:
 *
 * <ul>
 *   <li>a store: {@link io.github.boxoffice.contract.SeatStoreContract}, {@link
 *       io.github.boxoffice.contract.CatalogContract} and {@link
 *       io.github.boxoffice.contract.ConcurrencyContract};
 *   <li>a strategy: {@link io.github.boxoffice.contract.StrategyContract};
 *   <li>a lease store: {@link io.github.boxoffice.contract.LeaseStoreContract}.
 * </ul>
 */
@NullMarked
package io.github.boxoffice.contract;

import org.jspecify.annotations.NullMarked;
