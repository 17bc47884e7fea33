package io.github.boxoffice.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source whose connections can be lost when a commit is through, but not yet answered, and
 * whose commits can be undone, as those are in a cluster that come second.
 */
final class LosingCommits {
  private final DataSource real;
  private final AtomicBoolean lose = new AtomicBoolean();
  private final AtomicInteger undo = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger(Integer.MAX_VALUE);

  LosingCommits(DataSource real) {
    this.real = real;
  }

  void loseNext() {
    lose.set(true);
  }

  void undoNext(int commits) {
    undo.set(commits);
  }

  /** After this many more connections there is none to be had. */
  void breakAfter(int connections) {
    working.set(connections);
  }

  /** How many commits were asked for so far. */
  int commits() {
    return asked.get();
  }

  DataSource dataSource() {
    return wrap(DataSource.class, real);
  }

  private <T> T wrap(Class<T> type, T inner) {
    InvocationHandler handler =
        (self, method, args) -> {
          if (method.getName().equals("getConnection") && working.getAndDecrement() <= 0) {
            throw new SQLNonTransientConnectionException("no connection", "08001");
          }
          if (method.getName().equals("commit")) {
            asked.incrementAndGet();
          }
          if (method.getName().equals("commit") && undo.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            ((Connection) inner).rollback();
            throw new SQLTransactionRollbackException("another node was first", "40001");
          }
          Object answer;
          try {
            answer = method.invoke(inner, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          if (method.getName().equals("commit") && lose.getAndSet(false)) {
            throw new SQLNonTransientConnectionException("connection lost", "08006");
          }
          return answer instanceof Connection connection
              ? wrap(Connection.class, connection)
              : answer;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
