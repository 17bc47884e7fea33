package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RushTest {
  @Test
  void nanos_areFromTheLastBuyersArrivalToTheLastSale() throws Exception {
    Rush.Sale sale = new Rush.Sale(2, 2);
    Future<?> first = arriveFirst(sale);
    long before = System.nanoTime();
    sale.opening.await();
    first.get();
    long after = System.nanoTime();
    sale.sold(after + 5_000);
    assertThat(sale.isSoldOut()).isFalse();
    sale.sold(after + 1_000);
    assertThat(sale.isSoldOut()).isTrue();
    assertThat(sale.nanos()).isBetween(5_000L, after - before + 5_000);
  }

  /** Or a contender that sells a seat twice would keep everybody for ever. */
  @Test
  void isSoldOut_oneSaleTooMany_isStill() {
    Rush.Sale sale = new Rush.Sale(1, 1);
    sale.sold(1);
    sale.sold(2);
    assertThat(sale.isSoldOut()).isTrue();
  }

  private static Future<?> arriveFirst(Rush.Sale sale) {
    FutureTask<?> arrival = new FutureTask<>(sale.opening::await);
    new Thread(arrival).start();
    while (sale.opening.getNumberWaiting() == 0) {
      Thread.onSpinWait();
    }
    return arrival;
  }
}
