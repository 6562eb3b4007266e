import type { PolicyStatement } from '@plumbline/model';
import { oncePer } from './once-per.ts';
import { covers, hasWildcard, overlaps } from './wildcard.ts';

/** Actions as a statement writes them, in lower case, sorted by the service they are of: of most services a statement says nothing. */
export interface ActionPatterns {
  readonly ofService: ReadonlyMap<string, readonly string[]>;
  /** Those that may be of any service: `*`, `*:Get*`. */
  readonly ofAny: readonly string[];
}

/** What a statement's `Action` and `NotAction` stand for; `null` for the one it does not have. */
interface StatementActions {
  readonly Action: ActionPatterns;
  readonly NotAction: ActionPatterns | null;
}

export function actionsOfStatement(statement: PolicyStatement): StatementActions {
  if (!isLong(statement)) return readOnce(statement);
  let actions = ofLong.get(statement);
  if (!actions) {
    actions = readActions(statement);
    ofLong.set(statement, actions);
  }
  return actions;
}

/** Few policies list so many: mostly AWS's own, which hundreds of roles have. So these are kept as long as the statement is. */
const LONG = 100;
const ofLong = new WeakMap<PolicyStatement, StatementActions>();
const readOnce = oncePer(readActions);

function readActions({ Action, NotAction }: PolicyStatement): StatementActions {
  return {
    Action: Action === undefined ? NONE : patternsOf(Action),
    NotAction: NotAction === undefined ? null : patternsOf(NotAction),
  };
}

/** Whether a statement lists so many actions that a look through them takes longer than a look into what they stand for. */
export function isLong({ Action }: PolicyStatement): boolean {
  return Array.isArray(Action) && Action.length > LONG;
}

const NONE: ActionPatterns = { ofService: new Map(), ofAny: [] };

function patternsOf(actions: string | readonly string[]): ActionPatterns {
  const ofService = new Map<string, string[]>();
  const ofAny: string[] = [];
  for (const action of typeof actions === 'string' ? [actions] : actions) {
    const { text, service } = actionText(action);
    const list = service === null ? ofAny : ofService.get(service);
    if (list) list.push(text);
    else ofService.set(service ?? '', [text]);
  }
  return { ofService, ofAny };
}

export interface ActionText {
  /** In lower case: actions do not tell cases apart. */
  readonly text: string;
  /** `null`: any service. */
  readonly service: string | null;
}

/** Accounts write the same few thousand actions over and over; what is beyond that is no account's. */
const MOST = 20_000;
const known = new Map<string, ActionText>();

export function actionText(action: string): ActionText {
  let read = known.get(action);
  if (!read) {
    read = readAction(action);
    if (known.size < MOST) known.set(action, read);
  }
  return read;
}

function readAction(action: string): ActionText {
  const text = action.toLowerCase();
  const colon = text.indexOf(':');
  const service = text.slice(0, colon);
  return { text, service: colon < 0 || hasWildcard(service) ? null : service };
}

/** Whether one of the patterns that may stand for all of an action does. */
export function someCover({ ofService, ofAny }: ActionPatterns, { text, service }: ActionText): boolean {
  return covering(ofAny, text) || (service !== null && covering(ofService.get(service), text));
}

function covering(patterns: readonly string[] | undefined, text: string): boolean {
  if (patterns) for (const pattern of patterns) if (covers(pattern, text)) return true;
  return false;
}

/** Whether one of the patterns that may stand for some of an action does. */
export function someOverlap({ ofService, ofAny }: ActionPatterns, { text, service }: ActionText): boolean {
  if (overlapping(ofAny, text)) return true;
  if (service !== null) return overlapping(ofService.get(service), text);
  for (const patterns of ofService.values()) if (overlapping(patterns, text)) return true;
  return false;
}

function overlapping(patterns: readonly string[] | undefined, text: string): boolean {
  if (patterns) for (const pattern of patterns) if (overlaps(pattern, text)) return true;
  return false;
}
