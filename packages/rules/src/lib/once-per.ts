/**
 * A function whose answer about an object is kept as long as the object is: several rules ask the same of one policy or group. The
 * answer must follow from the object alone.
 */
export function oncePer<Asked extends object, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answers = new WeakMap<Asked, { readonly answer: Answer }>();
  // Most often it is asked about the same again, by one rule after the other.
  let last: { readonly asked: Asked; readonly answer: Answer } | null = null;
  return (asked) => {
    if (last?.asked === asked) return last.answer;
    let known = answers.get(asked);
    if (!known) answers.set(asked, (known = { answer: ask(asked) }));
    last = { asked, answer: known.answer };
    return known.answer;
  };
}
