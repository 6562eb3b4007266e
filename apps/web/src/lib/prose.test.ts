import { expect, test } from 'vitest';
import { parseProse } from './prose.ts';

const text = (value: string) => ({ kind: 'text', text: value });

test('paragraphs, with code and strong words', () => {
  expect(parseProse('Turn **all** of\n`BlockPublicAcls` on.\n\nThen wait.')).toEqual([
    {
      kind: 'paragraph',
      spans: [
        text('Turn '),
        { kind: 'strong', text: 'all' },
        text(' of '),
        { kind: 'code', text: 'BlockPublicAcls' },
        text(' on.'),
      ],
    },
    { kind: 'paragraph', spans: [text('Then wait.')] },
  ]);
});

test('steps and bullets', () => {
  expect(parseProse('1. Open S3.\n2. Choose `acme`.')).toEqual([
    { kind: 'steps', items: [[text('Open S3.')], [text('Choose '), { kind: 'code', text: 'acme' }, text('.')]] },
  ]);
  expect(parseProse('- one\n- two')).toEqual([{ kind: 'bullets', items: [[text('one')], [text('two')]] }]);
});

test('an asterisk or a backtick alone is text', () => {
  expect(parseProse('s3:* and ` too')).toEqual([{ kind: 'paragraph', spans: [text('s3:* and ` too')] }]);
});

test('nothing is nothing', () => {
  expect(parseProse('  \n')).toEqual([]);
});
