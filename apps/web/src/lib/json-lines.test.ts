import { describe, expect, test } from 'vitest';
import { jsonLines, lineOfPointer, linesOfValue, type JsonLine } from './json-lines.ts';

const BUCKET = {
  publicAccessBlock: { BlockPublicAcls: true, BlockPublicPolicy: false },
  policy: { Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'] }, { Effect: 'Deny' }] },
  encryption: null,
  tags: [],
  'odd/key~': 1,
};

const text = ({ indent, key, text, comma }: JsonLine) =>
  `${'  '.repeat(indent)}${key === null ? '' : `${key}: `}${text}${comma ? ',' : ''}`;

test('prints what JSON.stringify prints', () => {
  expect(jsonLines(BUCKET).map(text).join('\n')).toBe(JSON.stringify(BUCKET, null, 2));
});

test.each([null, true, 3, 'x', [], {}, [[]]])('prints %j', (value) => {
  expect(jsonLines(value).map(text).join('\n')).toBe(JSON.stringify(value, null, 2));
});

describe('the line of a pointer', () => {
  const lines = jsonLines(BUCKET);
  const lineAt = (pointer: string) => text(lines[lineOfPointer(lines, pointer)] as JsonLine).trim();

  test.each([
    ['/publicAccessBlock/BlockPublicPolicy', '"BlockPublicPolicy": false'],
    ['/policy/Statement/1/Effect', '"Effect": "Deny"'],
    ['/policy/Statement/0/Action/0', '"s3:GetObject"'],
    ['/policy/Statement/1', '{'],
    ['/odd~1key~0', '"odd/key~": 1'],
    ['', '{'],
  ])('%s', (pointer, expected) => {
    expect(lineAt(pointer)).toBe(expected);
  });

  test('is that of the nearest parent when nothing is there', () => {
    expect(lineAt('/publicAccessBlock/IgnorePublicAcls')).toBe('"publicAccessBlock": {');
    expect(lineAt('/encryption/Rules/0')).toBe('"encryption": null,');
    expect(lineAt('/nothing/here')).toBe('{');
  });

  test('a value reaches to its closing bracket', () => {
    const start = lineOfPointer(lines, '/policy/Statement/0');
    const [first, last] = linesOfValue(lines, start);
    expect(
      lines
        .slice(first, last + 1)
        .map(text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe('{"Effect":"Allow","Action":["s3:GetObject"]},');
    const scalar = lineOfPointer(lines, '/publicAccessBlock/BlockPublicAcls');
    expect(linesOfValue(lines, scalar)).toEqual([scalar, scalar]);
  });
});
