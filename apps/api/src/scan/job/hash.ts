import { createHash } from 'node:crypto';
import { storableJson } from '../storable.ts';

/** Hash of a value's content, whatever the order of its keys: 32 hex digits. */
export function hashOf(value: unknown): string {
  return hashOfText(storableJson(value));
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
