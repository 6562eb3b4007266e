import { turn } from '../kernel/turn.ts';

/** So many answers are kept, if they are of so few resources: more than all rules ask about one of them, and what it refers to. */
const KEPT = 500;
const TURNS = 16;

/**
 * A function that keeps its last answers: several rules ask the same of one policy or group, one rule after the other. The answer must
 * follow from the object alone. What is not asked about again is forgotten, some resources later: an answer holds on to its object, and
 * what lives that long is dear to collect. (A `WeakMap` would hold on to nothing, and cost the collector more than it saves.)
 */
export function oncePer<Asked extends object, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let young = new Map<Asked, Answer>();
  let old = young;
  let begun = 0;
  let lastAsked: Asked | null = null;
  let lastAnswer: Answer | undefined;
  return (asked) => {
    if (lastAsked === asked && lastAnswer !== undefined) return lastAnswer;
    let answer = young.get(asked);
    if (answer === undefined) {
      answer = old.get(asked) ?? ask(asked);
      if (young.size >= KEPT || turn() - begun >= TURNS) {
        old = young;
        young = new Map();
        begun = turn();
      }
      young.set(asked, answer);
    }
    lastAsked = asked;
    lastAnswer = answer;
    return answer;
  };
}
