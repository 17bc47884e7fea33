package io.github.boxoffice.benchmarks.limit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The statements of {@link BulkSales}, each about many rows. */
enum BulkSql {
  /** Many numbers are an array. */
  POSTGRES(
      " WITH (fillfactor = 70)",
      "UPDATE lot l SET owner = w.owner FROM unnest((SELECT CAST(? AS BIGINT[])),"
          + " (SELECT CAST(? AS BIGINT[]))) AS w (id, owner)"
          + " WHERE l.id = w.id AND l.owner <> w.owner",
      "INSERT INTO deal SELECT id, 0 FROM unnest((SELECT CAST(? AS BIGINT[]))) AS w (id)",
      "UPDATE deal d SET state = 1 FROM unnest((SELECT CAST(? AS BIGINT[]))) AS w (id)"
          + " WHERE d.id = w.id AND d.state = 0") {
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
  MARIADB(
      "",
      "UPDATE lot SET owner = CASE id"
          + " WHEN ? THEN ?".repeat(2 * BulkSales.TOGETHER)
          + " END WHERE id IN (?"
          + ", ?".repeat(2 * BulkSales.TOGETHER - 1)
          + ")",
      "INSERT INTO deal VALUES (?, 0)" + ", (?, 0)".repeat(BulkSales.TOGETHER - 1),
      "UPDATE deal SET state = 1 WHERE state = 0 AND id IN (?"
          + ", ?".repeat(BulkSales.TOGETHER - 1)
          + ")") {
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

  /** Gives lots their owners. */
  final String take;

  /** Writes deals down. */
  final String write;

  /** Confirms deals. */
  final String confirm;

  BulkSql(String options, String take, String write, String confirm) {
    this.options = options;
    this.take = take;
    this.write = write;
    this.confirm = confirm;
  }

  abstract void bindTake(PreparedStatement take, long[] lots, long[] owners) throws SQLException;

  abstract void bind(PreparedStatement statement, long[] deals) throws SQLException;
}
