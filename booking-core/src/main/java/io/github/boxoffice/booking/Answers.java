package io.github.boxoffice.booking;

import io.github.boxoffice.catalog.Catalog;
import io.github.boxoffice.catalog.OnSale;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import java.util.List;
import java.util.function.Function;

/** What a store answers, in the words of the application: seats by their labels. */
public final class Answers {
  private final Catalog catalog;

  /** Labels seats as this catalogue does. */
  public Answers(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The store's answer, with {@code done} making the value of a change that was applied. */
  public <T> Outcome<T> of(
      ChangeResult result, Claim claim, Function<ChangeResult.Applied, T> done) {
    if (result instanceof ChangeResult.Applied applied) {
      return new Outcome.Done<>(done.apply(applied));
    } else if (result instanceof ChangeResult.Refused refused) {
      return new Outcome.Refused<>(refused.reason(), labels(claim.show(), refused.seats()));
    } else if (result instanceof ChangeResult.Unknown) {
      return new Outcome.Unknown<>(claim.id().toString());
    }
    return new Outcome.Refused<>(Refusal.CONTENDED, labels(claim.show(), claim.seats()));
  }

  /** The labels of these seats, in seat order. */
  public List<String> labels(ShowId show, SeatSet seats) {
    return catalog.find(show).map(OnSale::seatMap).map(map -> map.labels(seats)).orElse(List.of());
  }
}
