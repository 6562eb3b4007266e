/** A function that keeps at least its last `most` answers, so that they stay the same objects for as long. */
export function lastOnes<Asked, Answer, Told extends readonly unknown[]>(
  most: number,
  ask: (asked: Asked, ...told: Told) => Answer,
): (asked: Asked, ...told: Told) => Answer {
  let young = new Map<Asked, Answer>();
  let old = young;
  return (asked, ...told) => {
    const known = young.get(asked);
    if (known !== undefined) return known;
    const answer = old.get(asked) ?? ask(asked, ...told);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(asked, answer);
    return answer;
  };
}
