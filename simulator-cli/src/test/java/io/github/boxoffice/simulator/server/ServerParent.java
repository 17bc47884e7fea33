package io.github.boxoffice.simulator.server;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A JVM with a server of its own, to be killed. */
final class ServerParent {
  private ServerParent() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println(Server.start(ServerKind.valueOf(args[0])).address());
    new CountDownLatch(1).await();
  }
}
