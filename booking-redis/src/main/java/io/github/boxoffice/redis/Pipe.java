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
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Calls to one server, those of threads that meet in one pipeline, in the order in which they came.
 * Who finds nobody leading leads: it sends what waits by then, reads the answers and wakes the
 * others. Who comes alone goes at once. Who waits is not to be interrupted; the flag stays set.
 *
 * <p>No call is forgotten: it is in the queue before its caller looks whether somebody leads, and a
 * leader looks at the queue after it has stopped leading, so one of the two sees the other. If
 * nobody waits for what is left there, the leader leads once more. (What nobody waits for is given
 * up if the connection breaks, or if its leader is interrupted and nobody else is there to lead.)
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

    /** Who waits for the answer; null if nobody does. */
    private final @Nullable Thread caller;

    private @Nullable Response<Object> response;
    private @Nullable JedisException failure;
    private volatile boolean done;

    Call(Script script, List<String> keys, List<String> args, @Nullable Thread caller) {
      this.script = script;
      this.keys = keys;
      this.args = args;
      this.caller = caller;
    }

    boolean isAwaited() {
      return caller != null;
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
    Call mine = new Call(script, keys, args, Thread.currentThread());
    waiting.add(mine);
    // Whoever leads works for others, who were not interrupted; a virtual thread's socket would be
    // closed, and a full pool gives an interrupted thread nothing.
    boolean interrupted = Thread.interrupted();
    try {
      while (!mine.done) {
        if (!lead(mine)) {
          LockSupport.park(this);
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return mine.answer();
  }

  /** Has the script run by whoever leads, or leads; what becomes of it nobody is told. */
  void send(Script script, List<String> keys, List<String> args) {
    Call mine = new Call(script, keys, args, null);
    waiting.add(mine);
    boolean interrupted = Thread.interrupted();
    try {
      lead(mine);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Whether nobody else led; then some calls have ended. As long as nobody waits for what is left
   * by then, it is for this thread to send.
   */
  private boolean lead(Call mine) {
    boolean ledOnce = false;
    boolean isLeft = true;
    while (isLeft && led.compareAndSet(false, true)) {
      ledOnce = true;
      List<Call> calls = new ArrayList<>();
      try {
        serve(mine, calls);
      } finally {
        led.set(false);
        isLeft = !wakeNext() && !waiting.isEmpty();
      }
      sendInFull(calls);
    }
    return ledOnce;
  }

  /** Whether somebody waits, who will lead. */
  private boolean wakeNext() {
    for (Call call : waiting) {
      if (call.isAwaited()) {
        LockSupport.unpark(call.caller);
        return true;
      }
    }
    return false;
  }

  private void serve(Call mine, List<Call> calls) {
    try {
      Call next = waiting.poll();
      while (next != null) {
        calls.add(next);
        next = calls.size() < MOST ? waiting.poll() : null;
      }
      if (!calls.isEmpty()) {
        send(calls);
      }
    } catch (Throwable e) {
      fail(mine, calls, e);
    } finally {
      calls.forEach(Call::end);
    }
  }

  /**
   * All of them, unless it was the leader who was interrupted: then one of those who wait leads
   * next.
   */
  private void fail(Call mine, List<Call> calls, Throwable e) {
    if (e.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      List<Call> others = calls.stream().filter(call -> call != mine).toList();
      if (others.stream().anyMatch(Call::isAwaited)) {
        waiting.addAll(others);
        calls.removeAll(others);
      }
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

  /** Those whose script the server did not know; who waits for an answer does that itself. */
  private void sendInFull(List<Call> calls) {
    try {
      for (Call call : calls) {
        if (!call.isAwaited() && isUnknown(call)) {
          call.script.run(jedis, call.keys, call.args);
        }
      }
    } catch (JedisException broken) {
      // Nobody is told, and the rest is not tried: it might hang once more each.
    }
  }

  private static boolean isUnknown(Call call) {
    try {
      call.answer();
      return false;
    } catch (JedisNoScriptException unknown) {
      return true;
    } catch (JedisException refused) {
      return false;
    }
  }
}
