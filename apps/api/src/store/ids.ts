import { hash } from 'node:crypto';

/** A resource's id in the store: the same in every installation. */
export function resourceId(provider: string, account: string, type: string, externalId: string): string {
  return uuidOf(digest('resource', provider, account, type, externalId));
}

/** Stable over scans and installations: what a finding is about. */
export function findingFingerprint(
  provider: string,
  account: string,
  ruleKey: string,
  type: string,
  externalId: string,
): string {
  return digest('finding', ruleKey, provider, account, type, externalId);
}

/** A finding's id in the store: the first half of its fingerprint. */
export function findingId(fingerprint: string): string {
  return uuidOf(fingerprint);
}

function digest(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\0'));
}

function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
