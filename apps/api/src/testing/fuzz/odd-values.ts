import * as fc from 'fast-check';

/** Texts that have broken programs like this one, or that mean something to what they are handed on to. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '*',
  '**',
  '%',
  '_',
  '\\',
  String.raw`\%_\\`,
  "'",
  '"',
  "' or '1'='1",
  "'; drop table account; --",
  '$1',
  '{}',
  '{"a":',
  '[[]]',
  '__proto__',
  'constructor',
  'toString',
  'demo',
  'latest',
  'acc_',
  'fnd_00000000-0000-0000-0000-000000000000',
  'acc_00000000-0000-0000-0000-00000000000g',
  'res_FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'rul_aws-s3-one',
  'frm_',
  'req_cis-aws@7.0.0/',
  '0'.repeat(64),
  '../../etc/passwd',
  '/etc/passwd',
  'a/../b\0.ndjson',
  'fixture:nowhere',
  'fixture:../../x',
  'file:///etc/passwd',
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(400),
  '2026-02-30',
  '2026-11-20T08:00:00Z',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.001Z',
  'severity:critical -tag:env=dev age:>30d',
  'tag:=:= -:"',
  '('.repeat(2000),
  'x'.repeat(5000),
  '\0',
  '\uD800',
  '\uDC00a',
  '\u202E\u2066',
  '\u2028\r\n\t\u001B[31m',
  '😀'.repeat(30),
  'İIıſK',
];

const ODD_NUMBERS = [
  0,
  -0,
  -1,
  1,
  2,
  0.5,
  500,
  501,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  1e21,
  1e308,
  5e-324,
];

export const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 20 }));
export const oddNumber = fc.oneof(fc.constantFrom(...ODD_NUMBERS), fc.integer());

const DEEP = Array.from({ length: 3000 }).reduce<unknown>((inner) => [inner], 'x');
const DEEP_OBJECT = Array.from({ length: 3000 }).reduce<unknown>((inner) => ({ not: inner }), {});

/** Anything that JSON can say. */
export const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], DEEP, DEEP_OBJECT),
    oddText,
    oddNumber,
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(oddText, tie('anything'), { maxKeys: 3 }),
  ),
}));
