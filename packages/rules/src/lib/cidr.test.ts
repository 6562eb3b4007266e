import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERY_IPV4, parseAddress, parseCidr, sizeOfIpv4 } from './cidr.ts';

const ipv4 = (start: number, end: number) => ({ family: 'ipv4', start, end });
const ipv6 = (start: bigint, end: bigint) => ({ family: 'ipv6', start, end });

describe('a range', () => {
  test.each([
    ['0.0.0.0/0', ipv4(0, 2 ** 32)],
    ['128.0.0.0/1', ipv4(2 ** 31, 2 ** 32)],
    ['10.20.30.40/32', ipv4(0x0a_14_1e_28, 0x0a_14_1e_29)],
    ['255.255.255.255/32', ipv4(2 ** 32 - 1, 2 ** 32)],
    ['100.68.0.18/18', ipv4(0x64_44_00_00, 0x64_44_40_00)],
    ['::/0', ipv6(0n, 1n << 128n)],
    ['2001:db8::/32', ipv6(0x2001_0db8n << 96n, 0x2001_0db9n << 96n)],
    [
      '2001:DB8:0:0:1:0:0:1/128',
      ipv6((0x2001_0db8n << 96n) + (1n << 48n) + 1n, (0x2001_0db8n << 96n) + (1n << 48n) + 2n),
    ],
    ['::ffff:10.0.0.1/128', ipv6(0xffff_0a00_0001n, 0xffff_0a00_0002n)],
    ['fe80::1/10', ipv6(0xfe80n << 112n, 0xfec0n << 112n)],
  ])('%s', (text, expected) => {
    expect(parseCidr(text)).toEqual(expected);
  });
});

test.each([
  '',
  '/',
  '/8',
  '10.0.0.0',
  '10.0.0.0/',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '10.0.0.0/08',
  '10.0.0/8',
  '10.0.0.0.0/8',
  '256.0.0.0/8',
  '010.0.0.0/8',
  '0x0a.0.0.0/8',
  '1e1.0.0.0/8',
  ' 10.0.0.0/8',
  '10.0.0.0/8 ',
  '10.0.0.0/8\n',
  '１０.0.0.0/8',
  '10..0.0/8',
  '::/129',
  ':::/0',
  '::1::/64',
  '1:2:3:4:5:6:7/64',
  '1:2:3:4:5:6:7:8:9/64',
  '1:2:3:4:5:6:7:8::/64',
  '12345::/16',
  'g::/16',
  'fe80::1%eth0/64',
  '[::]/0',
  '::1.2.3/96',
  '1.2.3.4::/96',
  ':1:2:3:4:5:6:7/64',
  '1:2:3:4:5:6:7:/64',
  `${':'.repeat(10_000)}/0`,
  `${'1'.repeat(10_000)}/0`,
  'everyone',
])('%j is no range', (text) => {
  expect(parseCidr(text)).toBeNull();
});

test('whatever the text, a range is none or is aligned to its size', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f.:/]{0,45}$/));
  fc.assert(
    fc.property(text, (each) => {
      const { start, end } = parseCidr(each) ?? EVERY_IPV4;
      expect(BigInt(start) % (BigInt(end) - BigInt(start))).toBe(0n);
    }),
  );
});

test('any IPv4 range is read as arithmetic has it', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
      const value = address.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
      const size = 1n << BigInt(32 - prefix);
      const start = Number(value - (value % size));
      expect(parseCidr(`${address}/${prefix}`)).toEqual(ipv4(start, start + Number(size)));
    }),
  );
});

test('a range of IPv4 has the size that it is read with, and what is none has no size', () => {
  const number = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '08', '-1', '1e1', ' 1'));
  const written = fc
    .tuple(fc.array(number, { minLength: 3, maxLength: 5 }), fc.constantFrom('/', '', '//'), number)
    .map(([octets, slash, prefix]) => `${octets.join('.')}${slash}${prefix}`);
  fc.assert(
    fc.property(
      fc.oneof(
        written,
        fc.tuple(fc.ipV4(), fc.nat(40)).map(([address, prefix]) => `${address}/${prefix}`),
        fc.string(),
      ),
      (text) => {
        const cidr = parseCidr(text);
        expect(sizeOfIpv4(text)).toBe(cidr?.family === 'ipv4' ? cidr.end - cidr.start : -1);
      },
    ),
  );
});

test('any IPv6 address is read', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      expect(parseAddress(address)).toMatchObject({ family: 'ipv6' });
    }),
  );
});

test('an address is a range of one', () => {
  expect(parseAddress('1.2.3.4')).toEqual(ipv4(0x01_02_03_04, 0x01_02_03_05));
  expect(parseAddress('::1')).toEqual(ipv6(1n, 2n));
  expect(parseAddress('1.2.3.4/32')).toBeNull();
});
