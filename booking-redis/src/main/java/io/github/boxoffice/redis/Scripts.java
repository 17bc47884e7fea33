package io.github.boxoffice.redis;

/**
 * What is done in Redis, each in one step that nothing comes between.
 *
 * <p>Fences are compared as text: they are whole numbers of up to 19 digits, and Lua's numbers are
 * exact to 15.
 */
final class Scripts {
  private static final String ABOVE =
      """
      local function above(a, b)
        return #a > #b or (#a == #b and a > b)
      end
      """;

  /**
   * Keys: the fence, then the seats. Arguments: token, time to live, and how long a fence is kept,
   * in milliseconds. Answers the fence, or nothing if another has one of the seats. Seats that the
   * token has already are its own: the call may be a repetition whose first answer was lost.
   */
  static final Script ACQUIRE =
      Script.of(
          ABOVE
              + """
              for i = 2, #KEYS do
                local holder = redis.call('GET', KEYS[i])
                if holder and holder ~= ARGV[1] then
                  return false
                end
              end
              for i = 2, #KEYS do
                redis.call('SET', KEYS[i], ARGV[1], 'PX', ARGV[2])
              end
              local time = redis.call('TIME')
              local now = time[1] .. string.format('%06d', time[2])
              local last = redis.call('GET', KEYS[1])
              if not last or above(now, last) then
                redis.call('SET', KEYS[1], now)
              else
                redis.call('INCR', KEYS[1])
              end
              redis.call('PEXPIRE', KEYS[1], ARGV[3])
              return redis.call('GET', KEYS[1])
              """);

  /**
   * Keys: the seats. Arguments: token, time to live. Answers 1 if all seats were the token's; if
   * one was not, the others are given back, so that what is lost stays lost.
   */
  static final Script RENEW =
      Script.of(
          """
          local lost = false
          for i = 1, #KEYS do
            lost = lost or redis.call('GET', KEYS[i]) ~= ARGV[1]
          end
          for i = 1, #KEYS do
            if not lost then
              redis.call('PEXPIRE', KEYS[i], ARGV[2])
            elseif redis.call('GET', KEYS[i]) == ARGV[1] then
              redis.call('DEL', KEYS[i])
            end
          end
          return lost and 0 or 1
          """);

  /** Keys: the seats. Argument: token. Answers 1 if all seats were the token's. */
  static final Script RELEASE =
      Script.of(
          """
          local all = 1
          for i = 1, #KEYS do
            if redis.call('GET', KEYS[i]) == ARGV[1] then
              redis.call('DEL', KEYS[i])
            else
              all = 0
            end
          end
          return all
          """);

  /** Key: the fence. Arguments: the least it may be, and how long it is kept, in milliseconds. */
  static final Script RAISE =
      Script.of(
          ABOVE
              + """
              local last = redis.call('GET', KEYS[1])
              if not last or above(ARGV[1], last) then
                redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
              end
              return 1
              """);

  private Scripts() {}
}
