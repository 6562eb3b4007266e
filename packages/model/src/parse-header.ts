import * as v from 'valibot';
import { isObject, quoted, whatIsWrong } from './parse-value.ts';
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION, SnapshotError, type SnapshotHeader } from './snapshot.ts';

const TEXT = 'must be a text';

const Regions = v.pipe(
  v.array(v.pipe(v.string(TEXT), v.regex(/^[a-z0-9-]+$/, 'must be the name of a region')), 'must be a list'),
  v.nonEmpty('must name the regions that were read'),
  v.check((regions) => new Set(regions).size === regions.length, 'must name each region once'),
  v.check((regions) => !regions.includes('global'), 'must not name "global", which is no region'),
);

const Header = v.object({
  format: v.literal(SNAPSHOT_FORMAT),
  version: v.literal(SNAPSHOT_VERSION),
  provider: v.literal('aws', 'must be "aws"'),
  partition: v.pipe(v.string(TEXT), v.regex(/^aws(-[a-z0-9]+)*$/, 'must be a partition of AWS, for example "aws"')),
  account: v.pipe(v.string(TEXT), v.regex(/^\d{12}$/, 'must be 12 digits')),
  regions: Regions,
  collectedAt: v.pipe(
    v.string(TEXT),
    v.isoTimestamp('must be a time, for example "2026-11-20T08:00:00Z"'),
    v.check((time) => !Number.isNaN(Date.parse(time)), 'must be a time that exists'),
  ),
});

/** @throws SnapshotError NOT_A_SNAPSHOT, WRONG_VERSION */
export function parseHeader(value: unknown, line: number): SnapshotHeader {
  if (!isObject(value) || value['format'] !== SNAPSHOT_FORMAT)
    throw notASnapshot(`the first line must be its header, {"format":"${SNAPSHOT_FORMAT}",…}`, line);
  if (value['version'] !== SNAPSHOT_VERSION)
    throw new SnapshotError(
      'WRONG_VERSION',
      `this is version ${quoted(value['version'])} of the snapshot format; what can be read is version ${SNAPSHOT_VERSION}`,
      line,
    );
  const header = v.safeParse(Header, value);
  if (!header.success) throw notASnapshot(`in its header, ${whatIsWrong(header.issues)}`, line);
  return header.output;
}

export function notASnapshot(because: string, line: number): SnapshotError {
  return new SnapshotError('NOT_A_SNAPSHOT', `this is not a Plumbline snapshot (${because})`, line);
}
