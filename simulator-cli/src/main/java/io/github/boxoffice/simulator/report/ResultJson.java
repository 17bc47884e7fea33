package io.github.boxoffice.simulator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.Latency;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Habits;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Till;
import io.github.boxoffice.simulator.verdict.Count;
import io.github.boxoffice.simulator.verdict.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** result.json, whose shape people rely on. */
public final class ResultJson {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Campaign campaign;
  private final String version;

  /** The result of this campaign, played by this version. */
  public ResultJson(Campaign campaign, String version) {
    this.campaign = campaign;
    this.version = version;
  }

  /** The text of the file. */
  public String text() {
    try {
      return JSON.writeValueAsString(result()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of numbers and texts can be written", e);
    }
  }

  private Map<String, @Nullable Object> result() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("format", FORMAT);
    result.put("seed", campaign.plan().scenario().seed());
    result.put("command", campaign.command());
    result.put("version", version);
    result.put("machine", Machine.here());
    OptionalDouble own = campaign.ownMicros();
    result.put(
        "simulatorMicrosPerBooking", own.isPresent() ? Numbers.rounded(own.getAsDouble()) : null);
    result.put("scenario", scenario(campaign.plan()));
    result.put("runs", campaign.runs().stream().map(ResultJson::run).toList());
    return result;
  }

  private static Map<String, @Nullable Object> scenario(Plan plan) {
    Scenario scenario = plan.scenario();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    crowd(all, scenario.crowd());
    all.put("shows", scenario.venue().shows());
    all.put("hall", scenario.venue().hall());
    all.put("seatsPerShow", scenario.venue().seats().size());
    all.put("processes", plan.processes().count());
    all.put("nodes", plan.processes().nodes().size() + 1);
    all.put("clockSkewMillis", millis(plan.processes().clockSkew()));
    habits(all, scenario.habits());
    till(all, scenario.till());
    all.put("paymentTimeLimitMillis", millis(scenario.till().timeLimit(scenario.habits())));
    all.put("faults", List.of());
    all.put("repeat", plan.repeat());
    all.put("warmupSeconds", seconds(plan.warmup()));
    all.put("durability", plan.place().durability());
    return all;
  }

  private static void crowd(Map<String, @Nullable Object> all, Crowd crowd) {
    OptionalDouble rate = crowd.rate();
    OptionalLong bookings = crowd.bookings();
    all.put("users", crowd.users());
    all.put("loadModel", crowd.loadModel());
    all.put("arrivalsPerSecond", rate.isPresent() ? rate.getAsDouble() : null);
    all.put("maxSeconds", seconds(crowd.atMost()));
    all.put("maxBookings", bookings.isPresent() ? bookings.getAsLong() : null);
  }

  private static void habits(Map<String, @Nullable Object> all, Habits habits) {
    all.put("seatsPerBooking", habits.seats().toString());
    all.put("abandonRate", habits.abandonRate());
    all.put("cancelRate", habits.cancelRate());
    all.put("thinkTimeMillis", millis(habits.thinkTime()));
    all.put("holdTtlMillis", millis(habits.holdTtl()));
  }

  private static void till(Map<String, @Nullable Object> all, Till till) {
    all.put("paymentFailureRate", till.failureRate());
    all.put("paymentUnknownRate", till.unknownRate());
    all.put("paymentLatencyMillis", millis(till.latency()));
  }

  private static Map<String, @Nullable Object> run(RunResult run) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Place place = run.place();
    all.put("name", run.name());
    all.put("strategy", run.strategy());
    all.put("store", place.storeName());
    all.put("lease", run.strategy().equals("lease") ? place.leaseName() : null);
    all.put("seed", run.seed());
    all.put("verdict", run.verdict().result().name());
    all.put("violations", run.verdict().violations().stream().map(ResultJson::violation).toList());
    all.put("doubts", run.verdict().doubts());
    figures(all, run);
    run.week().ifPresent(week -> all.put("week", WeekJson.of(week)));
    return all;
  }

  private static Map<String, Object> violation(Violation violation) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("invariant", violation.invariant().text());
    all.put("count", violation.count());
    all.put("example", violation.example());
    return all;
  }

  private static void figures(Map<String, @Nullable Object> all, RunResult run) {
    Figures figures = run.figures();
    all.put("elapsedSeconds", Numbers.rounded(figures.elapsedSeconds()));
    all.put("sellingSeconds", Numbers.rounded(figures.sellingSeconds()));
    for (Count count : Count.values()) {
      all.put(count.text(), run.count(count));
      if (count == Count.CONTENDED) {
        all.put("retries", figures.retries());
      }
    }
    all.put("processesDied", figures.died());
    all.put("arrivalsMissed", figures.missedVisits());
    all.put("bookingsPerSecond", Numbers.rounded(run.bookingsPerSecond()));
    Map<String, Object> times = new LinkedHashMap<>();
    times.put("hold", latency(figures.latencies().hold()));
    times.put("confirm", latency(figures.latencies().confirm()));
    times.put("booking", latency(figures.latencies().booking()));
    all.put("latencyMillis", times);
  }

  private static Map<String, Object> latency(Latency latency) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("p50", Numbers.rounded(latency.p50()));
    all.put("p90", Numbers.rounded(latency.p90()));
    all.put("p95", Numbers.rounded(latency.p95()));
    all.put("p99", Numbers.rounded(latency.p99()));
    all.put("p999", Numbers.rounded(latency.p999()));
    all.put("max", Numbers.rounded(latency.max()));
    return all;
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
