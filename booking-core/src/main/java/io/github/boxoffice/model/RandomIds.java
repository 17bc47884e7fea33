package io.github.boxoffice.model;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Unguessable ids from one {@link SecureRandom} a thread: a shared one is a lock that all sellers
 * would meet at. {@link UUID#randomUUID} shares one, and spends six of its bits on a version.
 */
final class RandomIds {
  private static final int IDS_PER_DRAW = 64;
  private static final ThreadLocal<RandomIds> LOCAL = ThreadLocal.withInitial(RandomIds::new);

  private final SecureRandom random = new SecureRandom();
  private final ByteBuffer drawn = ByteBuffer.allocate(16 * IDS_PER_DRAW).limit(0);

  private RandomIds() {}

  static UUID next() {
    return LOCAL.get().draw();
  }

  static UUID parse(String text, String name) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " must be a UUID, was '" + text + "'", e);
    }
  }

  private UUID draw() {
    if (!drawn.hasRemaining()) {
      random.nextBytes(drawn.array());
      drawn.clear();
    }
    return new UUID(drawn.getLong(), drawn.getLong());
  }
}
