package io.github.boxoffice.benchmarks;

import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;

/**
 * The same with the payment in between: hold, write the payment down, charge it with a gateway that
 * captures at once, confirm. Three transactions.
 */
public class HoldAndPay extends HoldAndConfirm {
  @Override
  Checkout checkout() {
    return Checkout.GATEWAY;
  }
}
