package io.github.boxoffice.redis;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.util.List;

/**
 * How the keys are called. What is in braces decides on the slot of a cluster, so all keys of a
 * show lie in one.
 *
 * @param prefix what all of them begin with
 */
record Keys(String prefix) {
  static final Keys STANDARD = new Keys("boxoffice:");

  Keys {
    if (prefix.contains("{") || prefix.contains("}")) {
      throw new IllegalArgumentException("prefix must have no braces, was '" + prefix + "'");
    }
  }

  String fence(ShowId show) {
    return prefix + "{" + show + "}:fence";
  }

  List<String> leases(ShowId show, SeatSet seats) {
    String common = prefix + "{" + show + "}:lease:";
    return seats.stream().mapToObj(seat -> common + seat).toList();
  }
}
