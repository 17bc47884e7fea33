package io.github.boxoffice.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Calls to one server, those of threads that meet in one pipeline. Who finds nobody leading leads:
 * it sends its own and others that wait by then, reads the answers and wakes the others. Who comes
 * alone goes at once. Who waits is not to be interrupted; the flag stays set.
 *
 * <p>No wake-up is lost: a call is in the queue before its caller looks whether somebody leads, and
 * a leader looks at the queue after it has stopped leading, so one of the two sees the other.
 */
final class Pipe {
  /**
   * At some 300 bytes a call and 20 an answer, a pipeline that both sides' buffers have room for.
   */
  private static final int MOST = 256;

  private final UnifiedJedis jedis;
  private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean led = new AtomicBoolean();

  Pipe(UnifiedJedis jedis) {
    this.jedis = jedis;
  }

  /** What one thread asks; the leader writes the rest, and then {@code done}. */
  private static final class Call {
    private final Script script;
    private final List<String> keys;
    private final List<String> args;
    private final Thread caller = Thread.currentThread();
    private @Nullable Response<Object> response;
    private @Nullable JedisException failure;
    private volatile boolean done;

    Call(Script script, List<String> keys, List<String> args) {
      this.script = script;
      this.keys = keys;
      this.args = args;
    }

    void end() {
      done = true;
      LockSupport.unpark(caller);
    }

    @Nullable Object answer() {
      if (failure != null) {
        throw failure;
      }
      return Objects.requireNonNull(response).get();
    }
  }

  /**
   * The script's answer.
   *
   * @throws JedisException what became of this call, or of the pipeline it was in; that one's stack
   *     is another thread's, if that led
   */
  @Nullable Object run(Script script, List<String> keys, List<String> args) {
    Call mine = new Call(script, keys, args);
    waiting.add(mine);
    // Whoever leads works for others, who were not interrupted; a virtual thread's socket would be
    // closed, and a full pool gives an interrupted thread nothing.
    boolean interrupted = Thread.interrupted();
    try {
      while (!mine.done && !lead(mine)) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return mine.answer();
  }

  /** Whether nobody else led; then the call has ended. */
  private boolean lead(Call mine) {
    if (!led.compareAndSet(false, true)) {
      return false;
    }
    try {
      if (!mine.done) {
        serve(mine);
      }
    } finally {
      led.set(false);
      Call next = waiting.peek();
      if (next != null) {
        LockSupport.unpark(next.caller);
      }
    }
    return true;
  }

  private void serve(Call mine) {
    List<Call> calls = new ArrayList<>(MOST);
    try {
      take(mine, calls);
      send(calls);
    } catch (Throwable e) {
      fail(calls, e);
    } finally {
      calls.forEach(Call::end);
    }
  }

  /** The leader's own first. */
  private void take(Call mine, List<Call> calls) {
    calls.add(mine);
    waiting.remove(mine);
    Call other = waiting.poll();
    while (other != null) {
      calls.add(other);
      other = calls.size() < MOST ? waiting.poll() : null;
    }
  }

  /**
   * All of them, unless it was the leader who was interrupted: then one of the others leads next.
   */
  private void fail(List<Call> calls, Throwable e) {
    if (e.getCause() instanceof InterruptedException) {
      List<Call> others = calls.subList(1, calls.size());
      waiting.addAll(others);
      others.clear();
    }
    JedisException failure =
        e instanceof JedisException known ? known : new JedisException("the pipeline broke off", e);
    calls.forEach(call -> call.failure = failure);
  }

  private void send(List<Call> calls) {
    List<Response<Object>> responses = new ArrayList<>(calls.size());
    try (AbstractPipeline pipeline = jedis.pipelined()) {
      for (Call call : calls) {
        responses.add(call.script.send(pipeline, call.keys, call.args));
      }
      pipeline.sync();
    }
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).response = responses.get(i);
    }
  }
}
