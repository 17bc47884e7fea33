package io.github.boxoffice.contract;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A contract that holds in whichever {@link Way} the store is asked. */
@ParameterizedClass(name = "{0}")
@EnumSource
public abstract class SeatChangeContract extends StoreContract {
  @Parameter Way way;

  @Override
  protected final Way way() {
    return way;
  }
}
