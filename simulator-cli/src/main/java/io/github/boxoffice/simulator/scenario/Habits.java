package io.github.boxoffice.simulator.scenario;

import java.time.Duration;

/**
 * What users are like.
 *
 * @param seats how many seats they want
 * @param abandonRate the share of holds that are not paid for: one half is released, the other half
 *     left to lapse
 * @param cancelRate the share of bookings that are cancelled soon after
 * @param thinkTime the mean time before each step; single times are exponentially distributed, up
 *     to five times the mean
 * @param holdTtl how long a hold lasts
 */
public record Habits(
    SeatCount seats, double abandonRate, double cancelRate, Duration thinkTime, Duration holdTtl) {}
