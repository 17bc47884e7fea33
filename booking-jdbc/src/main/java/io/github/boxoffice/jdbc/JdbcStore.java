package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.store.CatalogStore;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in a relational database. Safe for use by any number of threads, and by any number of
 * stores on one database. No call takes a second connection while it has one, so a pool of any
 * size, also of one, works.
 *
 * <p>Every call is a transaction of its own on a connection of its own. Connections must be at READ
 * COMMITTED, the default of most databases, or above; on MariaDB and MySQL, whose default is above,
 * each transaction says so itself, which costs one call less if the connections come at READ
 * COMMITTED. A data source whose connections come with auto-commit off saves two calls in each
 * transaction.
 */
public final class JdbcStore implements Store {
  private final InstantSource clock;
  private final @Nullable HikariDataSource own;
  private final SeatStore seats;
  private final PaymentStore payments;
  private final CatalogStore catalog;
  private final JdbcLeaseStore leases;
  private final JdbcCatalog rooms;

  private JdbcStore(DataSource dataSource, InstantSource clock, @Nullable HikariDataSource own) {
    this(dataSource, Transactions.ask(dataSource, Database::dialect), clock, own);
  }

  private JdbcStore(
      DataSource dataSource, Dialect dialect, InstantSource clock, @Nullable HikariDataSource own) {
    Schema.check(dataSource);
    Time time = dialect.time(clock);
    Transactions transactions = new Transactions(dataSource, dialect);
    Desk desk = new Desk(dataSource, dialect);
    Sale sale = Sale.of(dialect, time);
    this.clock = clock;
    this.own = own;
    this.seats = new JdbcSeats(transactions, sale);
    this.payments = new JdbcPayments(desk, transactions, sale);
    this.rooms = new JdbcCatalog(desk, transactions, dialect);
    this.catalog = rooms;
    this.leases = new JdbcLeaseStore(transactions, dialect, time);
  }

  /**
   * A store on this data source, which stays the caller's to close, and by the system's clock.
   *
   * @throws IllegalArgumentException if the database is of an unknown kind
   * @throws IllegalStateException if the tables are not there; see {@link Schema#apply}
   * @throws io.github.boxoffice.store.StoreException if the database cannot be reached
   */
  public static JdbcStore on(DataSource dataSource) {
    return on(dataSource, InstantSource.system());
  }

  /**
   * The same by this clock, which counts where the database lives in this process (H2); a database
   * on a server goes by its own.
   */
  public static JdbcStore on(DataSource dataSource, InstantSource clock) {
    return new JdbcStore(dataSource, clock, null);
  }

  /** The same in this dialect, for tests that set a server's clock. */
  static JdbcStore on(DataSource dataSource, Dialect dialect, InstantSource clock) {
    return new JdbcStore(dataSource, Transactions.ask(dataSource, dialect::in), clock, null);
  }

  /**
   * A store on the database at this URL, with a pool of its own and the standard settings.
   *
   * @throws IllegalArgumentException if the database is of an unknown kind
   * @throws IllegalStateException if the tables are not there; see {@link Builder#createTables}
   * @throws io.github.boxoffice.store.StoreException if the database cannot be reached
   */
  public static JdbcStore open(String jdbcUrl) {
    return at(jdbcUrl).open();
  }

  /** The same with settings of one's own: {@code JdbcStore.at(url).createTables().open()}. */
  public static Builder at(String jdbcUrl) {
    return new Builder(jdbcUrl);
  }

  @Override
  public SeatStore seats() {
    return seats;
  }

  @Override
  public PaymentStore payments() {
    return payments;
  }

  @Override
  public CatalogStore catalog() {
    return catalog;
  }

  /**
   * How many bytes the tables take with their indexes, as the database says or estimates; empty if
   * it does not. Counts all tables of the schema.
   */
  public OptionalLong bytes() {
    return rooms.bytes();
  }

  /** Leases in the same database, for the strategy {@code lease}; they close with the store. */
  public JdbcLeaseStore leases() {
    return leases;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  /** Closes the pool that the store opened; a data source that it was given stays open. */
  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }

  /** The settings of a store with a pool of its own. Not for use by several threads. */
  public static final class Builder {
    private static final Duration LEAST_WAIT = Duration.ofMillis(250);

    private final String url;
    private @Nullable String user;
    private @Nullable String password;
    private int poolSize = 16;
    private Duration connectionWait = Duration.ofSeconds(30);
    private boolean createTables;
    private InstantSource clock = InstantSource.system();

    private Builder(String url) {
      this.url = url;
    }

    /**
     * Who signs in. By default whom the URL names; in H2, if it names nobody, {@code sa} without a
     * password, as in a new database.
     */
    public Builder user(String name, String newPassword) {
      this.user = name;
      this.password = newPassword;
      return this;
    }

    /** How many connections; by default 16. Calls beyond that wait for one. */
    public Builder poolSize(int connections) {
      this.poolSize = connections;
      return this;
    }

    /**
     * How long a call waits for a connection before it fails; by default 30 s.
     *
     * @throws IllegalArgumentException if it is shorter than 250 ms, which is the pool's least
     */
    public Builder connectionWait(Duration wait) {
      if (wait.compareTo(LEAST_WAIT) < 0) {
        throw new IllegalArgumentException("wait must be at least 250 ms, was " + wait);
      }
      this.connectionWait = wait;
      return this;
    }

    /** The clock by which holds end, for databases that live in this process. */
    public Builder clock(InstantSource newClock) {
      this.clock = newClock;
      return this;
    }

    /** Creates the tables where they are not there yet. */
    public Builder createTables() {
      this.createTables = true;
      return this;
    }

    /** Opens the store; see {@link JdbcStore#open(String)}. */
    public JdbcStore open() {
      HikariDataSource pool = Pool.open(this);
      boolean opened = false;
      try {
        if (createTables) {
          Schema.apply(pool);
        }
        JdbcStore store = new JdbcStore(pool, clock, pool);
        opened = true;
        return store;
      } finally {
        if (!opened) {
          pool.close();
        }
      }
    }

    String url() {
      return url;
    }

    @Nullable String user() {
      boolean fresh = user == null && url.startsWith(Pool.H2_URL) && !url.contains(";USER=");
      return fresh ? "sa" : user;
    }

    @Nullable String password() {
      return password;
    }

    int poolSize() {
      return poolSize;
    }

    Duration connectionWait() {
      return connectionWait;
    }
  }
}
