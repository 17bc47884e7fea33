package io.github.boxoffice.simulator.server;

import static redis.embedded.core.ExecutableProvider.newJarResourceProvider;
import static redis.embedded.core.ExecutableProvider.newProvidedVersionsMap;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The Redis that runs on this machine, of those that we bring. */
final class RedisBinary {
  private RedisBinary() {}

  /**
   * The binary for x86-64 wants a glibc and an OpenSSL of 2022 or later; that for 386 is linked
   * statically, and runs wherever the kernel lets it.
   */
  static ExecutableProvider provider() throws IOException {
    Map<OsArchitecture, String> known = newProvidedVersionsMap();
    File best = newJarResourceProvider(known).get();
    String fallback = known.get(OsArchitecture.UNIX_x86);
    if (!runs(best) && fallback != null) {
      known.put(OsArchitecture.UNIX_x86_64, fallback);
      return newJarResourceProvider(known);
    }
    return () -> best;
  }

  private static boolean runs(File binary) throws IOException {
    return new ProcessBuilder(binary.getAbsolutePath(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .onExit()
            .join()
            .exitValue()
        == 0;
  }
}
