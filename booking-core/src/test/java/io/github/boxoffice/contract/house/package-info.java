/**
 * The rules of this house, as tests. Every module of Boxoffice runs them on itself; they are of no
 * use to anybody who brings a store or a strategy of their own.
 */
@NullMarked
package io.github.boxoffice.contract.house;

import org.jspecify.annotations.NullMarked;
