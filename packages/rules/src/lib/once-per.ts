/** So many answers are kept at the least: more than all rules ask about one resource, and what it refers to. */
const KEPT = 500;

/**
 * A function that keeps its last answers: several rules ask the same of one policy or group, one rule after the other. The answer must
 * follow from the object alone. What is not asked about again is forgotten, as in a scan nothing of a resource is when it is over. (A
 * `WeakMap` would do it too, and cost the collector of garbage more than it saves.)
 */
export function oncePer<Asked extends object, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let young = new Map<Asked, Answer>();
  let old = young;
  let lastAsked: Asked | null = null;
  let lastAnswer: Answer | undefined;
  return (asked) => {
    if (lastAsked === asked && lastAnswer !== undefined) return lastAnswer;
    let answer = young.get(asked);
    if (answer === undefined) {
      answer = old.get(asked) ?? ask(asked);
      if (young.size >= KEPT) {
        old = young;
        young = new Map();
      }
      young.set(asked, answer);
    }
    lastAsked = asked;
    lastAnswer = answer;
    return answer;
  };
}
