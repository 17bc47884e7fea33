package io.github.boxoffice.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A network between a driver and its server, that can lose the connection at the worst moment: when
 * certain words are on their way, or when their answer is.
 */
final class Relay implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<Loss> next = new AtomicReference<>();
  private final ServerSocket door;
  private final int server;

  private Relay(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  /**
   * What is to be lost.
   *
   * @param words who says them loses the connection
   * @param arrives whether they reach the server, and only its answer is lost
   */
  private record Loss(String words, boolean arrives) {}

  /** A relay to the server at this port of this machine. */
  static Relay to(int server) throws IOException {
    Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    relay.threads.execute(relay::listen);
    return relay;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Loses the connection of who says these words next; see {@link Loss}. */
  void loseAt(String words, boolean arrives) {
    next.set(new Loss(words, arrives));
  }

  private void listen() {
    try {
      while (true) {
        Socket client = door.accept();
        threads.execute(() -> relay(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket backend = new Socket(InetAddress.getLoopbackAddress(), server)) {
      AtomicBoolean deaf = new AtomicBoolean();
      threads.execute(() -> answer(backend, client, deaf));
      InputStream in = client.getInputStream();
      byte[] buffer = new byte[65_536];
      // What a driver sends at once is small, and comes here in one piece.
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        Loss loss = next.get();
        String said = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        if (loss != null && said.contains(loss.words()) && next.compareAndSet(loss, null)) {
          deaf.set(true);
          if (!loss.arrives()) {
            return;
          }
        }
        backend.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException closed) {
      // By the driver, or lost as it should be.
    }
  }

  /** Hands on what the server says, until it answers what is to get no answer. */
  private static void answer(Socket backend, Socket client, AtomicBoolean deaf) {
    try (client;
        backend) {
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int n = backend.getInputStream().read(buffer);
          n > 0 && !deaf.get();
          n = backend.getInputStream().read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (IOException closed) {
      // By the server or the driver, or lost as it should be.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
