package io.github.boxoffice.simulator.scenario;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.SeatMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Halls to sell: plain ones, those that come along, and those in people's files. */
public final class Halls {
  /** The names of those that come along. */
  public static final List<String> SHIPPED = List.of("grand", "screen", "cellar");

  private static final String FOLDER = "/io/github/boxoffice/simulator/halls/";

  private Halls() {}

  /** A hall with this many seats, all alike; rows are about twice as long as there are rows. */
  public static Venue plain(int seats, int shows) {
    int width = (int) Math.ceil(Math.sqrt(2.0 * seats));
    SeatMap whole = SeatMap.grid((seats + width - 1) / width, width);
    SeatMap map = SeatMap.of(whole.seats().subList(0, seats));
    return new Venue("plain", map, PriceList.flat(map, Money.of(1000, "EUR")), shows);
  }

  /**
   * The hall in this file, or the one of this name that comes along.
   *
   * @throws IllegalArgumentException if there is none, or it cannot be understood; the message says
   *     where and why
   */
  public static Venue named(String fileOrName, int shows) {
    try {
      HallReader.Hall hall = HallReader.read(text(fileOrName));
      return new Venue(hall.name(), hall.seats(), hall.prices(), shows);
    } catch (HallProblem e) {
      throw new IllegalArgumentException(fileOrName + ", " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(fileOrName + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] text(String fileOrName) throws IOException {
    if (isFile(fileOrName)) {
      return Files.readAllBytes(Path.of(fileOrName));
    } else if (SHIPPED.contains(fileOrName)) {
      return shipped(fileOrName);
    }
    throw new IllegalArgumentException(
        "there is no file '"
            + fileOrName
            + "', and no hall of that name comes along; those that do: "
            + String.join(", ", SHIPPED));
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static byte[] shipped(String name) {
    try (InputStream file = Halls.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("the hall " + name + " is missing from the jar");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the jar cannot be read", e);
    }
  }
}
