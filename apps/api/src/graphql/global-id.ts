/** What a global id can name, with the prefix that makes it readable in a log or a chat. */
const PREFIXES = {
  account: 'acc',
  event: 'evt',
  finding: 'fnd',
  framework: 'frm',
  requirement: 'req',
  resource: 'res',
  rule: 'rul',
  scan: 'scn',
} as const;
/** Kinds that are shipped, not stored. */
const SHIPPED: readonly NodeKind[] = ['framework', 'requirement', 'rule'];

export type NodeKind = keyof typeof PREFIXES;

/** Kinds that are numbered. */
const NUMBERED: readonly NodeKind[] = ['event'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function globalId(kind: NodeKind, key: string): string {
  return `${PREFIXES[kind]}_${key}`;
}

/** The key inside a global id of that kind; `null` for anything else. Keys of stored objects are UUIDs, or numbers. */
export function keyOf(kind: NodeKind, id: string): string | null {
  const prefix = `${PREFIXES[kind]}_`;
  if (!id.startsWith(prefix)) return null;
  const key = id.slice(prefix.length);
  if (NUMBERED.includes(kind)) return /^\d{1,18}$/.test(key) ? key : null;
  return SHIPPED.includes(kind) || isUuid(key) ? key : null;
}

export function kindOf(id: string): NodeKind | null {
  const kinds = Object.keys(PREFIXES) as NodeKind[];
  return kinds.find((kind) => keyOf(kind, id) !== null) ?? null;
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
