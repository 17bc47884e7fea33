package io.github.boxoffice.benchmarks.limit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The statements of {@link BulkSales}, each about the rows of so many sales. */
enum BulkSql {
  /** Many numbers are an array. */
  POSTGRES(" WITH (fillfactor = 70)") {
    @Override
    String take(int together) {
      return "UPDATE lot l SET owner = w.owner FROM unnest((SELECT CAST(? AS BIGINT[])),"
          + " (SELECT CAST(? AS BIGINT[]))) AS w (id, owner)"
          + " WHERE l.id = w.id AND l.owner <> w.owner";
    }

    @Override
    String write(int together) {
      return "INSERT INTO deal SELECT id, 0 FROM unnest((SELECT CAST(? AS BIGINT[]))) AS w (id)";
    }

    @Override
    String confirm(int together) {
      return "UPDATE deal d SET state = 1 FROM unnest((SELECT CAST(? AS BIGINT[]))) AS w (id)"
          + " WHERE d.id = w.id AND d.state = 0";
    }

    @Override
    void bindTake(PreparedStatement take, long[] lots, long[] owners) throws SQLException {
      take.setObject(1, lots);
      take.setObject(2, owners);
    }

    @Override
    void bind(PreparedStatement statement, long[] deals) throws SQLException {
      statement.setObject(1, deals);
    }
  },

  /** Many numbers are a mark each. */
  MARIADB("") {
    @Override
    String take(int together) {
      return "UPDATE lot SET owner = CASE id"
          + " WHEN ? THEN ?".repeat(2 * together)
          + " END WHERE id IN (?"
          + ", ?".repeat(2 * together - 1)
          + ")";
    }

    @Override
    String write(int together) {
      return "INSERT INTO deal VALUES (?, 0)" + ", (?, 0)".repeat(together - 1);
    }

    @Override
    String confirm(int together) {
      return "UPDATE deal SET state = 1 WHERE state = 0 AND id IN (?"
          + ", ?".repeat(together - 1)
          + ")";
    }

    @Override
    void bindTake(PreparedStatement take, long[] lots, long[] owners) throws SQLException {
      bind(
          take,
          LongStream.concat(
                  IntStream.range(0, lots.length)
                      .boxed()
                      .flatMapToLong(i -> LongStream.of(lots[i], owners[i])),
                  LongStream.of(lots))
              .toArray());
    }

    @Override
    void bind(PreparedStatement statement, long[] deals) throws SQLException {
      for (int i = 0; i < deals.length; i++) {
        statement.setLong(i + 1, deals[i]);
      }
    }
  };

  /** What a table is created with. */
  final String options;

  BulkSql(String options) {
    this.options = options;
  }

  /** Gives the two lots of each deal their owners. */
  abstract String take(int together);

  /** Writes deals down. */
  abstract String write(int together);

  /** Confirms deals. */
  abstract String confirm(int together);

  abstract void bindTake(PreparedStatement take, long[] lots, long[] owners) throws SQLException;

  abstract void bind(PreparedStatement statement, long[] deals) throws SQLException;
}
