let dealtWith = 0;

/** The engine goes on to another resource: what rules remember of those before is of less and less use. */
export function nextTurn(): void {
  dealtWith++;
}

/** How many resources the engine has gone on from. */
export function turn(): number {
  return dealtWith;
}
