package io.github.boxoffice.model;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Unguessable ids: blocks of AES in counter mode, under keys from a {@link SecureRandom}. An id
 * straight from that costs seven times as much, and all threads meet at a lock in the JDK's for
 * Unix, however many instances there are. {@link UUID#randomUUID} spends six of its bits on a
 * version besides.
 */
final class RandomIds {
  private static final int ID_BYTES = 16;

  /**
   * At first and at most: whoever draws many pays less for each, and who draws one keeps little.
   */
  private static final int FIRST_IDS_PER_KEY = 16;

  private static final int MOST_IDS_PER_KEY = 512;
  private static final byte[] ZEROS = new byte[ID_BYTES * MOST_IDS_PER_KEY];

  /** Counting may start at the same number each time, because no key is used twice. */
  private static final IvParameterSpec START = new IvParameterSpec(new byte[ID_BYTES]);

  private static final ThreadLocal<RandomIds> LOCAL = ThreadLocal.withInitial(RandomIds::new);

  private final SecureRandom keys = new SecureRandom();
  private final byte[] key = new byte[ID_BYTES];
  private ByteBuffer drawn = ByteBuffer.allocate(ID_BYTES * FIRST_IDS_PER_KEY / 2).limit(0);
  private final Cipher cipher;

  private RandomIds() {
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no AES", e);
    }
  }

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
      drawn = fill(Math.min(2 * drawn.capacity(), ZEROS.length));
    }
    return new UUID(drawn.getLong(), drawn.getLong());
  }

  /** Nothing is drawn from it before it is filled, whatever goes wrong. */
  private ByteBuffer fill(int bytes) {
    ByteBuffer filled = ByteBuffer.allocate(bytes);
    keys.nextBytes(key);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), START);
      cipher.doFinal(ZEROS, 0, bytes, filled.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot draw an id", e);
    }
    return filled;
  }
}
