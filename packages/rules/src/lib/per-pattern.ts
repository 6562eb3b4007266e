/** Accounts write the same few thousand actions over and over; what is beyond that is no account's. */
const MOST = 20_000;

/** A function that keeps what it said of each pattern of actions. */
export function perPattern<Answer>(ask: (pattern: string) => Answer): (pattern: string) => Answer {
  const known = new Map<string, Answer>();
  return (pattern) => {
    let answer = known.get(pattern);
    if (answer === undefined) {
      answer = ask(pattern);
      if (known.size < MOST) known.set(pattern, answer);
    }
    return answer;
  };
}
