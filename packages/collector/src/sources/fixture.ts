import path from 'node:path';
import { fileSource } from './file.ts';
import type { OpenStored } from './stored.ts';

const FIXTURES = path.join(import.meta.dirname, '../../../../fixtures');

/**
 * A recorded account that comes with Plumbline.
 * @param fixture its directory in `fixtures/`, of letters, digits and hyphens.
 */
export function fixtureSource(fixture: string, name: string): OpenStored {
  const file = path.join(fixture, 'snapshot.ndjson');
  return fileSource({ directory: FIXTURES, file, name, hint: 'Fixtures are the directories in fixtures/.' });
}
