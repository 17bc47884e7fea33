package io.github.boxoffice.jdbc;

import java.nio.file.Path;

/**
 * JDBC URLs of H2 databases that Boxoffice is safe on.
 *
 * <p>What survives: with {@link #file}, every sale that was acknowledged survives the end of this
 * process, also by a kill, because each commit hands its pages to the operating system before it is
 * acknowledged. H2 does not wait until they are on the disk, so the last sales may be lost when the
 * machine loses its power; where that matters, use a database server. H2's own default writes only
 * every half second, and loses acknowledged sales in a kill.
 */
public final class H2 {
  /** H2 keeps eight parsed statements a connection by itself, and we have more than that. */
  static final String STATEMENTS = "64";

  private static final String COMMON = ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=" + STATEMENTS;

  private H2() {}

  /**
   * A database in files that begin with this path; one process at a time can open it. Closing the
   * store closes it. It is not closed when the process ends without that, which costs nothing but a
   * moment at the next start.
   */
  public static String file(Path path) {
    String escaped = path.toAbsolutePath().toString().replace(";", "\\;");
    return "jdbc:h2:file:" + escaped + ";WRITE_DELAY=0" + COMMON;
  }

  /**
   * A database in memory that lives until its last connection is closed, so for a data source that
   * keeps at least one open, such as a store's own pool; stores with one name share it.
   */
  public static String memory(String name) {
    return "jdbc:h2:mem:" + name + COMMON;
  }
}
