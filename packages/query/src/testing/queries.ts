import * as fc from 'fast-check';
import { KEYS } from '../keys.ts';

const PIECES = [
  ...Array.from('"\\,:-=*>< .\t\u00a0\u0000😀éİ'),
  ...'a env prod s3 arn: x:: high 30d 2026-01-05'.split(' '),
  ...Object.keys(KEYS).map((key) => `${key}:`),
];

/** Anything, most of it with what means something to the language. */
export const anyText = fc.oneof(fc.string({ unit: 'binary' }), pieces(PIECES));

const value = fc.oneof(
  fc.constantFrom('critical', 'high', 'stale', 'any', 'fail', 's3', 'iam', 'env=prod', 'aws-s3-*', 'crit', 'S3'),
  fc.constantFrom(
    '>30d',
    '<12h',
    '2026-01-05',
    '>=2026-01-05',
    '2026-01-05..2026-02-01',
    '"a b"',
    '"x,\\"y"',
    'o="J D"',
  ),
  pieces(['a', 'B', '\\', '=', ':', '-', '"']),
);
const field = fc.oneof(fc.constantFrom(...Object.keys(KEYS)), fc.constantFrom('sevrity', 'Status', 'owner'));
const term = fc
  .tuple(fc.constantFrom('', '', '-'), fc.option(field), fc.array(value, { minLength: 1, maxLength: 3 }))
  .map(([sign, key, values]) => (key === null ? `${sign}${values[0]}` : `${sign}${key}:${values.join(',')}`));

/** What people may type, right and wrong. */
export const anyQuery = fc.array(term, { maxLength: 5 }).map((terms) => terms.join(' '));

function pieces(from: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...from), { maxLength: 12 }).map((parts) => parts.join(''));
}
