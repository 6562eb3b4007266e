/** Orders texts by the numbers in them: `AC-2` before `AC-10`. Without `Intl.Collator`, which takes most of a start to make. */
export function naturalOrder(a: string, b: string): number {
  const ours = partsOf(a);
  const theirs = partsOf(b);
  for (const [index, our] of ours.entries()) {
    const their = theirs[index];
    if (their === undefined) return 1;
    if (our !== their) return Number(our) - Number(their) || (our < their ? -1 : 1);
  }
  return ours.length - theirs.length;
}

/** `AC-2(10)` → `ac-`, `2`, `(`, `10`, `)`: every second is a number. */
function partsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/(\d+)/);
}
