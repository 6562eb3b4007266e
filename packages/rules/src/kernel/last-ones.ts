/** A function that keeps at least its last `most` answers, so that they stay the same objects for as long. */
export function lastOnes<Asked, Answer>(most: number, ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let young = new Map<Asked, Answer>();
  let old = young;
  return (asked) => {
    const known = young.get(asked);
    if (known !== undefined) return known;
    const answer = old.get(asked) ?? ask(asked);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(asked, answer);
    return answer;
  };
}
