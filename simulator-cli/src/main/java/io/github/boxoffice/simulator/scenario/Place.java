package io.github.boxoffice.simulator.scenario;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where seats and leases live.
 *
 * @param store where the seats live
 * @param file the database's file, for a store that has one
 * @param lease where the leases live
 */
public record Place(Store store, Optional<Path> file, Lease lease) {
  /** The kinds of store. */
  public enum Store {
    /** In this process's memory. */
    MEMORY,
    /** H2 in this process, in memory unless a file is said. */
    H2
  }

  /** The kinds of lease store. */
  public enum Lease {
    /** In this process's memory. */
    MEMORY,
    /** In a table beside the seats. */
    JDBC
  }

  /** What is on the command line, such as {@code h2:sales}. */
  public String storeName() {
    String kind = store == Store.MEMORY ? "memory" : "h2";
    return file.map(path -> kind + ":" + path).orElse(kind);
  }

  /** What is on the command line. */
  public String leaseName() {
    return lease == Lease.MEMORY ? "memory" : "jdbc";
  }

  /** What outlives what, in words for people. */
  public String durability() {
    if (store == Store.MEMORY) {
      return "none: seats live in this process's memory";
    }
    return file.isPresent()
        ? "H2 file with WRITE_DELAY=0: survives a kill, not a power loss"
        : "none: H2 in memory";
  }
}
