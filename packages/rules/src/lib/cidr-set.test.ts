import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress, parseCidr, type Cidr } from './cidr.ts';
import { isInternetAddress, merged, openToEveryone, without } from './cidr-set.ts';

function range(text: string): Cidr {
  const cidr = parseCidr(text) ?? parseAddress(text);
  if (!cidr) throw new Error(text);
  return cidr;
}

function open(...texts: readonly string[]): readonly string[] {
  return openToEveryone(texts.map((text) => ({ text, cidr: range(text) }))).map(({ text }) => text);
}

describe('open to everyone', () => {
  test.each([
    { name: 'all of IPv4', ranges: ['0.0.0.0/0'] },
    { name: 'all of IPv6', ranges: ['::/0'] },
    { name: 'the two halves of IPv4', ranges: ['0.0.0.0/1', '128.0.0.0/1'] },
    { name: 'the two halves of IPv6', ranges: ['::/1', '8000::/1'], open: ['::/1'] },
    { name: 'a very wide range', ranges: ['48.0.0.0/4'] },
    { name: 'one step wider than a /8', ranges: ['52.0.0.0/7'] },
    { name: 'one step wider than a /32 of IPv6', ranges: ['2001:db8::/31'] },
    { name: 'two /8s side by side', ranges: ['52.0.0.0/8', '53.0.0.0/8'] },
    { name: 'all of IPv6 that is routed', ranges: ['2000::/3'] },
    {
      name: 'the internet without private networks',
      ranges: ['0.0.0.0/5', '8.0.0.0/7', '11.0.0.0/8', '12.0.0.0/6'],
      open: ['0.0.0.0/5', '8.0.0.0/7', '12.0.0.0/6'],
    },
  ])('$name', ({ ranges, open: expected = ranges }) => {
    expect(open(...ranges)).toEqual(expected);
  });

  test('it is the wide range, not the narrow one inside it', () => {
    expect(open('198.51.100.7/32', '0.0.0.0/0', '10.0.0.0/8')).toEqual(['0.0.0.0/0']);
  });
  test('one family does not hide the other', () => {
    expect(open('0.0.0.0/0', '2a00::/32', '2a00:1::/32')).toEqual(['0.0.0.0/0', '2a00::/32', '2a00:1::/32']);
  });
});

describe('not open to everyone', () => {
  test.each([
    { name: 'nothing', ranges: [] },
    { name: 'a /8, which AWS does not call public', ranges: ['52.0.0.0/8'] },
    { name: 'a /32 of IPv6', ranges: ['2a00:1450::/32'] },
    { name: 'two /8s apart', ranges: ['17.0.0.0/8', '19.0.0.0/8'] },
    {
      name: 'private networks, however wide',
      ranges: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
    },
    { name: 'a range with one public /8 beside a private one', ranges: ['10.0.0.0/7'] },
    { name: 'multicast and reserved addresses', ranges: ['224.0.0.0/3'] },
    { name: "IPv6's local addresses", ranges: ['fc00::/7', 'fe80::/10'] },
    { name: 'addresses of an office', ranges: ['198.51.100.0/24', '2001:db8:7::/48'] },
  ])('$name', ({ ranges }) => {
    expect(open(...ranges)).toEqual([]);
  });
});

test('addresses of the internet', () => {
  expect(['52.18.4.1', '2a05:d018::1'].map((text) => isInternetAddress(range(text)))).toEqual([true, true]);
  expect(
    ['10.0.0.1', '100.64.3.2', '169.254.1.1', '192.168.1.1', 'fd12:3456::1', 'fe80::1', '::1'].map((text) =>
      isInternetAddress(range(text)),
    ),
  ).toEqual([false, false, false, false, false, false, false]);
});

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, size]) => ({ start, end: start + size }));
const numbers = (spans: readonly { start: number; end: number }[]) =>
  new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)));

test('merging keeps every address and leaves no two spans that touch', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const result = merged(spans);
      expect([...numbers(result)].toSorted((a, b) => a - b)).toEqual([...numbers(spans)].toSorted((a, b) => a - b));
      for (const [index, each] of result.entries()) expect(each.start).toBeGreaterThan(result[index - 1]?.end ?? -1);
    }),
  );
});

test('taking away leaves exactly the rest', () => {
  fc.assert(
    fc.property(span, fc.array(span), (each, others) => {
      const taken = numbers(others);
      const rest = [...numbers([each])].filter((address) => !taken.has(address));
      expect([...numbers(without(each, merged(others)))]).toEqual(rest);
    }),
  );
});
