package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.Movie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows of {@code movie} and {@code movie_actor}. */
final class MovieRows {
  private static final String ADD =
      "INSERT INTO movie (title, genre, language, plot, length_millis, released, rating)"
          + " VALUES (:title, :genre, :language, :plot, :length, :released, :rating)";
  private static final String ADD_ACTOR =
      "INSERT INTO movie_actor (movie_id, position, name) VALUES (?, ?, ?)";
  private static final String ALL =
      "SELECT id, title, genre, language, plot, length_millis, released, rating"
          + " FROM movie ORDER BY id";
  private static final String ACTORS =
      "SELECT movie_id, name FROM movie_actor ORDER BY movie_id, position";

  private MovieRows() {}

  static Movie add(Handle handle, Movie movie) {
    Movie.About about = movie.about();
    Movie added =
        movie.withId(
            Desk.idOf(
                handle
                    .createUpdate(ADD)
                    .bind("title", movie.title())
                    .bind("genre", about.genre())
                    .bind("language", about.language())
                    .bind("plot", about.plot())
                    .bind("length", about.length().toMillis())
                    .bind("released", about.released())
                    .bind("rating", about.rating())));
    addActors(handle, added);
    return added;
  }

  private static void addActors(Handle handle, Movie movie) {
    List<String> actors = movie.about().actors();
    for (int i = 0; i < actors.size(); i++) {
      handle.execute(ADD_ACTOR, movie.id(), i, actors.get(i));
    }
  }

  static List<Movie> all(Handle handle) {
    List<Movie> movies = handle.createQuery(ALL).map((row, context) -> read(row)).list();
    Map<Long, List<String>> actors = new HashMap<>();
    handle
        .createQuery(ACTORS)
        .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
        .forEach(
            actor ->
                actors
                    .computeIfAbsent(actor.getKey(), id -> new ArrayList<>())
                    .add(actor.getValue()));
    return movies.stream()
        .map(movie -> playedBy(movie, actors.getOrDefault(movie.id(), List.of())))
        .toList();
  }

  private static Movie read(ResultSet row) throws SQLException {
    return new Movie(
        row.getLong("id"),
        row.getString("title"),
        new Movie.About(
            row.getString("genre"),
            row.getString("language"),
            row.getString("plot"),
            Duration.ofMillis(row.getLong("length_millis")),
            row.getObject("released", LocalDate.class),
            List.of(),
            row.getInt("rating")));
  }

  private static Movie playedBy(Movie movie, List<String> actors) {
    Movie.About about = movie.about();
    return new Movie(
        movie.id(),
        movie.title(),
        new Movie.About(
            about.genre(),
            about.language(),
            about.plot(),
            about.length(),
            about.released(),
            actors,
            about.rating()));
  }
}
