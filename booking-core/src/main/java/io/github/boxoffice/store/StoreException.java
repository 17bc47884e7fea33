package io.github.boxoffice.store;

/** The storage is broken or cannot be reached. Nothing that was asked for has happened. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was tried, and keeps the cause.
   *
   * @param message what was tried
   * @param cause why it failed
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
