package io.github.boxoffice.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A data source whose connections can be lost when a commit is through, but not yet answered. */
final class LosingCommits {
  private final DataSource real;
  private final AtomicBoolean lose = new AtomicBoolean();

  LosingCommits(DataSource real) {
    this.real = real;
  }

  void loseNext() {
    lose.set(true);
  }

  DataSource dataSource() {
    return wrap(DataSource.class, real);
  }

  private <T> T wrap(Class<T> type, T inner) {
    InvocationHandler handler =
        (self, method, args) -> {
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
