package io.github.boxoffice.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that plays the same again, to be pasted into a shell: everything that was typed, with
 * the seed that was played. Only the run folder is left out: it is full by now, and would be
 * refused. Passwords are to be typed again.
 */
final class Again {
  private Again() {}

  static String command(List<String> arguments, long seed) {
    List<String> again = new ArrayList<>();
    again.add("boxoffice");
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--out") || argument.equals("--seed")) {
        i++; // The value that follows belongs to it.
      } else if (!argument.startsWith("--out=") && !argument.startsWith("--seed=")) {
        again.add(quoted(Secrets.hidden(argument)));
      }
    }
    again.add("--seed");
    again.add(Long.toString(seed));
    return again.stream().collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./:,=@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
