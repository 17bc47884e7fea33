package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DoorTest {
  private final Door door = new Door();

  @Test
  void shut_nobodyInside_returns() {
    door.shut();
    assertThat(door.enter()).isFalse();
  }

  @Test
  void shut_again_returns() {
    assertThat(door.enter()).isTrue();
    door.leave();
    door.shut();
    assertThat(door.enter()).isFalse();
    door.shut();
    assertThat(door.enter()).isFalse();
  }

  @Test
  void shut_somebodyInside_waitsUntilTheyLeave() throws InterruptedException {
    assertThat(door.enter()).isTrue();
    Thread closer = waiting();
    assertThat(door.enter()).isFalse();
    door.leave();
    closer.join();
  }

  @Test
  void shut_interrupted_waitsAndKeepsTheInterrupt() throws InterruptedException {
    assertThat(door.enter()).isTrue();
    AtomicBoolean kept = new AtomicBoolean();
    AtomicBoolean left = new AtomicBoolean();
    Thread closer =
        new Thread(
            () -> {
              door.shut();
              kept.set(left.get() && Thread.currentThread().isInterrupted());
            });
    closer.start();
    closer.interrupt();
    awaitWaiting(closer);
    left.set(true);
    door.leave();
    closer.join();
    assertThat(kept).isTrue();
  }

  /** Whoever is let in has left when {@link Door#shut} returns, and nobody is let in later. */
  @RepeatedTest(50)
  void shut_whileManyComeAndGo_isTheEnd() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger late = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> guests = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        guests.add(
            threads.submit(
                () -> {
                  while (door.enter()) {
                    inside.incrementAndGet();
                    late.addAndGet(over.get() ? 1 : 0);
                    begun.incrementAndGet();
                    inside.decrementAndGet();
                    door.leave();
                  }
                }));
      }
      while (begun.get() < 20) {
        Thread.onSpinWait();
      }
      door.shut();
      over.set(true);
      assertThat(inside).hasValue(0);
      for (Future<?> guest : guests) {
        guest.get();
      }
      assertThat(late).hasValue(0);
    } finally {
      threads.shutdown();
    }
  }

  private Thread waiting() {
    Thread closer = new Thread(door::shut);
    closer.start();
    awaitWaiting(closer);
    return closer;
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(thread.isAlive()).as("it waits").isTrue();
      Thread.onSpinWait();
    }
  }
}
