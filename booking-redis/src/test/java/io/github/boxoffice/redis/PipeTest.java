package io.github.boxoffice.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.args.ClientPauseMode;

/** Calls of many threads, which share {@link Pipe pipelines}. */
@Timeout(60)
class PipeTest {
  private static final int THREADS = 32;
  private static final int CALLS = 200;
  private static final int CROWD = 300;
  private static final Script ECHO = Script.of("return ARGV[1]");
  private static final Script SET = Script.of("redis.call('SET', KEYS[1], ARGV[1]) return 1");
  private static final Script GET = Script.of("return redis.call('GET', KEYS[1])");
  private static final Script REFUSE = Script.of("return redis.error_reply('BROKEN ' .. ARGV[1])");

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private RedisServer server;
  private RedisClient client;
  private Redis redis;

  @BeforeEach
  void open() throws IOException {
    server = RedisServer.start();
    client = RedisUrl.connect(server.url());
    redis = new Redis(client);
    redis.run(ECHO, List.of(), "known from now on");
    redis.run(SET, List.of("known"), "from now on");
    redis.run(GET, List.of("known"));
  }

  @AfterEach
  void close() throws IOException {
    threads.shutdownNow();
    client.close();
    server.close();
  }

  @Test
  void run_manyThreads_eachGetsItsOwnAnswerAndTheyShareReads() throws Exception {
    try (Jedis admin = server.admin()) {
      admin.configResetStat();
      together(thread -> echo(thread, CALLS));
      assertThat(stat(admin, "total_reads_processed"))
          .isLessThan(stat(admin, "total_commands_processed") / 2);
    }
  }

  @Test
  void run_serverForgetsItsScripts_sendsThemInFull() throws Exception {
    try (Jedis admin = server.admin()) {
      besideOthers(i -> admin.scriptFlush());
    }
  }

  @Test
  void run_oneIsRefused_othersAreAnswered() throws Exception {
    besideOthers(
        i ->
            assertThatThrownBy(() -> redis.run(REFUSE, List.of(), "call " + i))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("BROKEN call " + i));
  }

  @Test
  void run_interrupted_isAnsweredAndStaysInterrupted() throws Exception {
    together(
        thread -> {
          if (thread % 2 > 0) {
            return echo(thread, CALLS);
          }
          for (int i = 0; i < CALLS; i++) {
            Thread.currentThread().interrupt();
            assertThat(redis.run(ECHO, List.of(), "call " + i)).isEqualTo("call " + i);
            assertThat(Thread.interrupted()).isTrue();
          }
          return null;
        });
  }

  @Test
  void run_interruptedWhileAnotherLeads_isAnsweredAndStaysInterrupted() throws Exception {
    try (Jedis admin = server.admin()) {
      Future<Object> leader = leadInto(admin);
      AtomicReference<Thread> waiting = new AtomicReference<>();
      Future<Boolean> follower =
          threads.submit(
              () -> {
                waiting.set(Thread.currentThread());
                echo(2, 1);
                return Thread.interrupted();
              });
      Eventually.isTrue(
          "the follower waits",
          () -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
      waiting.get().interrupt();
      admin.clientUnpause();
      assertThat(follower.get()).isTrue();
      assertThat(leader.get()).isEqualTo(1L);
    }
  }

  @Test
  void run_moreThanOnePipelineTakes_allAreAnswered() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    try (Jedis admin = server.admin()) {
      admin.clientPause(300);
      List<Callable<Object>> all = new ArrayList<>();
      IntStream.range(0, CROWD).forEach(i -> all.add(() -> echo(i, 2)));
      for (Future<Object> answered : crowd.invokeAll(all)) {
        assertThat(answered.get()).isEqualTo(2);
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void run_leaderIsInterruptedBeforeItHasAConnection_othersAreAnswered() throws Exception {
    client.getPool().setMaxTotal(1);
    List<Thread> asked = new CopyOnWriteArrayList<>();
    List<Future<Object>> answers = new ArrayList<>();
    try (Connection last = client.getPool().getResource()) {
      for (int i = 0; i < 3; i++) {
        int thread = i;
        answers.add(
            threads.submit(
                () -> {
                  asked.add(Thread.currentThread());
                  return echo(thread, 1);
                }));
        Eventually.isTrue(
            "each waits", () -> asked.size() > thread && isWaiting(asked.get(thread)));
      }
      redis.send(SET, List.of("key"), "value");
      asked.get(0).interrupt();
      assertThatThrownBy(answers.get(0)::get).hasCauseInstanceOf(StoreException.class);
      assertThat(last.isConnected()).isTrue();
    }
    assertThat(answers.get(1).get()).isEqualTo(1);
    assertThat(answers.get(2).get()).isEqualTo(1);
    assertThat(client.get("key")).isEqualTo("value");
  }

  private static boolean isWaiting(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  @Test
  void send_nobodyLeads_hasRun() {
    redis.send(SET, List.of("key"), "value");
    assertThat(client.get("key")).isEqualTo("value");
  }

  /** Nobody comes after it, either: then the leader, which is done, sends it. */
  @Test
  void send_anotherLeads_doesNotWaitAndIsRunByThatOne() throws Exception {
    try (Jedis admin = server.admin()) {
      Future<Object> leader = leadInto(admin);
      redis.send(SET, List.of("key"), "value");
      assertThat(leader.isDone()).isFalse();
      admin.clientUnpause();
      leader.get();
      assertThat(admin.get("key")).isEqualTo("value");
    }
  }

  @Test
  void send_leads_thoseWhoComeMeanwhileAreAnswered() throws Exception {
    try (Jedis admin = server.admin()) {
      Future<Object> leader =
          leadInto(
              admin,
              () -> {
                redis.send(SET, List.of("first"), "value");
                return null;
              });
      AtomicReference<Thread> asking = new AtomicReference<>();
      Future<Object> answer =
          threads.submit(
              () -> {
                asking.set(Thread.currentThread());
                return redis.run(GET, List.of("first"));
              });
      Eventually.isTrue("it waits", () -> asking.get() != null && isWaiting(asking.get()));
      admin.clientUnpause();
      leader.get();
      assertThat(answer.get()).isEqualTo("value");
    }
  }

  @Test
  void send_thenRun_areRunInThisOrder() throws Exception {
    try (Jedis admin = server.admin()) {
      Future<Object> leader = leadInto(admin);
      redis.send(SET, List.of("key"), "value");
      AtomicReference<Thread> asking = new AtomicReference<>();
      Future<Object> answer =
          threads.submit(
              () -> {
                asking.set(Thread.currentThread());
                redis.send(SET, List.of("key"), "later");
                return redis.run(GET, List.of("key"));
              });
      Eventually.isTrue("it waits", () -> asking.get() != null && isWaiting(asking.get()));
      admin.clientUnpause();
      leader.get();
      assertThat(answer.get()).isEqualTo("later");
    }
  }

  /** A thread leads, and the server does not answer it until it is told to go on. */
  private Future<Object> leadInto(Jedis paused) {
    return leadInto(paused, () -> redis.run(SET, List.of("first"), "value"));
  }

  private Future<Object> leadInto(Jedis paused, Callable<Object> call) {
    paused.clientPause(TimeUnit.SECONDS.toMillis(30), ClientPauseMode.WRITE);
    Future<Object> leader = threads.submit(call);
    Eventually.isTrue(
        "the leader has sent its own", () -> paused.info("clients").contains("blocked_clients:1"));
    return leader;
  }

  @Test
  void send_serverForgetsItsScripts_isRunNevertheless() throws Exception {
    try (Jedis admin = server.admin()) {
      besideOthers(
          i -> {
            admin.scriptFlush();
            redis.send(SET, List.of("key"), "value " + i);
            Eventually.isTrue("it was set", () -> ("value " + i).equals(client.get("key")));
          });
    }
  }

  @Test
  void send_refused_othersAreAnswered() throws Exception {
    besideOthers(i -> redis.send(REFUSE, List.of(), "call " + i));
  }

  @Test
  void send_interrupted_runsAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    redis.send(SET, List.of("key"), "value");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(client.get("key")).isEqualTo("value");
  }

  @Test
  void send_serverIsGone_isNotTold() throws Exception {
    server.close();
    redis.send(SET, List.of("key"), "value");
    assertThatThrownBy(() -> redis.run(ECHO, List.of(), "gone")).isInstanceOf(StoreException.class);
  }

  @Test
  void run_serverIsGone_failsForAll() throws Exception {
    server.close();
    together(
        thread -> {
          assertThatThrownBy(() -> redis.run(ECHO, List.of(), "gone"))
              .isInstanceOf(StoreException.class)
              .hasMessageContaining("Redis failed");
          return null;
        });
  }

  @Test
  void run_serverRestarts_goesOn() throws Exception {
    together(thread -> echo(thread, 1));
    server.restart();
    together(thread -> echo(thread, 1));
  }

  private Object echo(int thread, int calls) {
    for (int i = 0; i < calls; i++) {
      String said = thread + " " + i;
      assertThat(redis.run(ECHO, List.of(), said)).isEqualTo(said);
    }
    return calls;
  }

  private interface Part {
    Object play(int thread) throws Exception;
  }

  /** One thread does this over and over, while all others ask for what is well. */
  private void besideOthers(IntConsumer call) throws InterruptedException, ExecutionException {
    together(
        thread -> {
          if (thread > 0) {
            return echo(thread, CALLS);
          }
          IntStream.range(0, CALLS).forEach(call);
          return CALLS;
        });
  }

  private void together(Part part) throws InterruptedException, ExecutionException {
    List<Callable<Object>> all = new ArrayList<>();
    IntStream.range(0, THREADS).forEach(i -> all.add(() -> String.valueOf(part.play(i))));
    for (Future<Object> played : threads.invokeAll(all)) {
      played.get();
    }
  }

  private static long stat(Jedis admin, String name) {
    return admin
        .info("stats")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findAny()
        .orElseThrow();
  }
}
