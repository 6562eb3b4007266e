import path from 'node:path';
import { fileSource } from './file.ts';
import type { OpenStored } from './stored.ts';

/** Those that come with Plumbline. */
export const FIXTURE_NAMES = ['acme-production', 'acme-clean', 'acme-partial'] as const;

const HINT = `Plumbline comes with ${FIXTURE_NAMES.map((name) => `fixture:${name}`).join(', ')}.`;
const FIXTURES = path.join(import.meta.dirname, '../../../../fixtures');

/**
 * A recorded account that comes with Plumbline.
 * @param fixture its directory in `fixtures/`, of letters, digits and hyphens.
 */
export function fixtureSource(fixture: string, name: string): OpenStored {
  const file = path.join(fixture, 'snapshot.ndjson');
  return fileSource({ directory: FIXTURES, file, name, hint: HINT });
}
