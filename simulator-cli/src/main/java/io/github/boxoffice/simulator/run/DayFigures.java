package io.github.boxoffice.simulator.run;

/**
 * What was measured on one day of a week.
 *
 * @param figures as of any run
 * @param premiere those who came for the premiere
 * @param others all others
 * @param soldOut whether the premiere was: somebody came for whom nothing was left
 * @param cpuSeconds of the processor, by all processes that are ours, while seats were sold
 * @param events how many were written down
 */
public record DayFigures(
    Figures figures,
    Turnout premiere,
    Turnout others,
    boolean soldOut,
    double cpuSeconds,
    long events) {}
