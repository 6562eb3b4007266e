/** Addresses from `start` up to but not including `end`, as integers. */
export interface AddressSpan<Integer extends number | bigint> {
  readonly start: Integer;
  readonly end: Integer;
}

export type Cidr =
  (AddressSpan<number> & { readonly family: 'ipv4' }) | (AddressSpan<bigint> & { readonly family: 'ipv6' });

export const EVERY_IPV4: Cidr = { family: 'ipv4', start: 0, end: 2 ** 32 };
export const EVERY_IPV6: Cidr = { family: 'ipv6', start: 0n, end: 1n << 128n };

/** A range in CIDR notation; bits beyond the prefix are dropped, as AWS drops them. `null` where it is none. */
export function parseCidr(text: string): Cidr | null {
  if (text === '0.0.0.0/0') return EVERY_IPV4;
  if (text === '::/0') return EVERY_IPV6;
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const address = parseAddress(text.slice(0, slash));
  const width = address?.family === 'ipv6' ? 128 : 32;
  const prefix = parseDecimal(text, slash + 1, text.length, width);
  if (!address || prefix === null) return null;
  if (address.family === 'ipv4') {
    const size = 2 ** (width - prefix);
    const start = address.start - (address.start % size);
    return { family: 'ipv4', start, end: start + size };
  }
  const bits = BigInt(width - prefix);
  const start = (address.start >> bits) << bits;
  return { family: 'ipv6', start, end: start + (1n << bits) };
}

/** How many addresses a range of IPv4 has; -1 where it is none. Makes nothing: of most ranges nobody asks for more. */
export function sizeOfIpv4(text: string): number {
  let at = 0;
  for (let octet = 1; octet <= 4; octet++) {
    const end = endOfOctet(text, at);
    if (end < 0 || text.charCodeAt(end) !== (octet < 4 ? DOT : SLASH)) return -1;
    at = end + 1;
  }
  const prefix = parseDecimal(text, at, text.length, 32);
  return prefix === null ? -1 : 2 ** (32 - prefix);
}

/** Where the number that begins at `start` ends; -1 where it is no octet. */
function endOfOctet(text: string, start: number): number {
  let end = start;
  while (end - start < 4 && isDigit(text.charCodeAt(end))) end++;
  return parseDecimal(text, start, end, 255) === null ? -1 : end;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** One address as a range of one. `null` where it is none; a zone (`fe80::1%eth0`) is no part of an address. */
export function parseAddress(text: string): Cidr | null {
  if (text.includes(':')) {
    const start = parseIpv6(text);
    return start === null ? null : { family: 'ipv6', start, end: start + 1n };
  }
  const start = parseIpv4(text);
  return start === null ? null : { family: 'ipv4', start, end: start + 1 };
}

function parseIpv4(text: string): number | null {
  let value = 0;
  let start = 0;
  for (let left = 3; left >= 0; left--) {
    const end = left === 0 ? text.length : text.indexOf('.', start);
    const octet = end < 0 ? null : parseDecimal(text, start, end, 255);
    if (octet === null) return null;
    value = value * 256 + octet;
    start = end + 1;
  }
  return value;
}

/** Plain decimal digits, without leading zeros: some parsers take `010` for eight. */
function parseDecimal(text: string, start: number, end: number, max: number): number | null {
  const length = end - start;
  if (length < 1 || length > 3 || (length > 1 && text.charCodeAt(start) === ZERO)) return null;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value <= max ? value : null;
}

const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const GROUPS = 8;

function parseIpv6(text: string): bigint | null {
  if (text.length > 45) return null;
  const gap = text.indexOf('::');
  const head = gap < 0 ? groupsOf(text, true) : groupsOf(text.slice(0, gap), false);
  const tail = gap < 0 ? [] : groupsOf(text.slice(gap + 2), true);
  if (!head || !tail) return null;
  const zeros = GROUPS - head.length - tail.length;
  if (gap < 0 ? zeros !== 0 : zeros < 1) return null;
  return [...head, ...Array<number>(zeros).fill(0), ...tail].reduce(
    (value, group) => (value << 16n) | BigInt(group),
    0n,
  );
}

/** Groups of 16 bits; at the end of an address the last may be an IPv4 address, which is two. */
function groupsOf(text: string, atEnd: boolean): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':', GROUPS + 1);
  for (const [index, part] of parts.entries()) {
    const ipv4 = atEnd && index === parts.length - 1 && part.includes('.') ? parseIpv4(part) : null;
    if (ipv4 !== null) groups.push(Math.floor(ipv4 / 65_536), ipv4 % 65_536);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
