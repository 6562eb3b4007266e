import { hash } from 'node:crypto';
import { storableJson } from '../storable.ts';

/** Hash of a value's content, whatever the order of its keys: 32 hex digits. */
export function hashOf(value: unknown): string {
  return hashOfText(storableJson(value));
}

export function hashOfText(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
