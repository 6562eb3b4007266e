import { EVERY_IPV4, EVERY_IPV6, type AddressSpan, type Cidr } from './cidr.ts';

/** The spans in order, those that overlap or touch as one. */
export function merged<Integer extends number | bigint>(
  spans: readonly AddressSpan<Integer>[],
): readonly AddressSpan<Integer>[] {
  if (spans.length < 2) return spans;
  const result: AddressSpan<Integer>[] = [];
  for (const span of spans.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = result.at(-1);
    if (!last || last.end < span.start) result.push(span);
    else if (last.end < span.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

/** What of a span is in none of the others, which are merged. */
export function without<Integer extends number | bigint>(
  span: AddressSpan<Integer>,
  others: readonly AddressSpan<Integer>[],
): readonly AddressSpan<Integer>[] {
  const rest: AddressSpan<Integer>[] = [];
  let { start } = span;
  for (const other of others) {
    if (other.end <= start) continue;
    if (other.start >= span.end) break;
    if (other.start > start) rest.push({ start, end: other.start });
    start = other.end;
  }
  if (start < span.end) rest.push({ start, end: span.end });
  return rest;
}

/** Ranges that no traffic of the internet comes from: RFC 6890's and everything from multicast on. */
const NOT_THE_INTERNET: readonly AddressSpan<number>[] = [
  { start: 0x00_00_00_00, end: 0x01_00_00_00 }, // 0.0.0.0/8
  { start: 0x0a_00_00_00, end: 0x0b_00_00_00 }, // 10.0.0.0/8
  { start: 0x64_40_00_00, end: 0x64_80_00_00 }, // 100.64.0.0/10
  { start: 0x7f_00_00_00, end: 0x80_00_00_00 }, // 127.0.0.0/8
  { start: 0xa9_fe_00_00, end: 0xa9_ff_00_00 }, // 169.254.0.0/16
  { start: 0xac_10_00_00, end: 0xac_20_00_00 }, // 172.16.0.0/12
  { start: 0xc0_a8_00_00, end: 0xc0_a9_00_00 }, // 192.168.0.0/16
  { start: 0xe0_00_00_00, end: 2 ** 32 }, // 224.0.0.0/3
];

/** 2000::/3, all that is routed on the internet. */
const IPV6_INTERNET: AddressSpan<bigint> = { start: 0x2n << 124n, end: 0x4n << 124n };

/** Whether an address can be reached over the internet as far as it alone says. */
export function isInternetAddress(address: Cidr): boolean {
  if (address.family === 'ipv4') return without(address, NOT_THE_INTERNET).length > 0;
  return address.start >= IPV6_INTERNET.start && address.end <= IPV6_INTERNET.end;
}

/**
 * Of some ranges, those that together let in everyone: adjoining ranges count as one, and one that holds more of the internet
 * than a /8 of IPv4 or a /32 of IPv6 is nobody's own network. The widths are those from which on AWS calls a policy with
 * `aws:SourceIp` public: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 * Where some ranges are too wide by themselves, it is these and not the narrow ones beside them.
 */
export function openToEveryone<Source extends { readonly cidr: Cidr }>(sources: readonly Source[]): readonly Source[] {
  const ranges = sources.map(({ cidr }) => cidr);
  const open = new Set<Cidr>([
    ...wideAmong(
      ranges.filter((cidr) => cidr.family === 'ipv4'),
      isWideIpv4,
    ),
    ...wideAmong(
      ranges.filter((cidr) => cidr.family === 'ipv6'),
      isWideIpv6,
    ),
  ]);
  return open.size === 0 ? [] : sources.filter(({ cidr }) => open.has(cidr));
}

/** Whether a range is by itself wider than a network of somebody. */
export function isWide(cidr: Cidr): boolean {
  if (cidr === EVERY_IPV4 || cidr === EVERY_IPV6) return true;
  return cidr.family === 'ipv4' ? isWideIpv4(cidr) : isWideIpv6(cidr);
}

function wideAmong<Integer extends number | bigint, Span extends AddressSpan<Integer>>(
  spans: readonly Span[],
  isWide: (span: AddressSpan<Integer>) => boolean,
): readonly Span[] {
  return merged(spans)
    .filter(isWide)
    .flatMap((block) => {
      const inside = spans.filter(({ start, end }) => block.start <= start && end <= block.end);
      const alone = inside.filter(isWide);
      return alone.length > 0 ? alone : inside;
    });
}

/** So many addresses of IPv4, a /8, may be somebody's own network. */
export const WIDEST_NETWORK = 2 ** 24;

function isWideIpv4(span: AddressSpan<number>): boolean {
  if (span.end - span.start <= WIDEST_NETWORK) return false;
  return without(span, NOT_THE_INTERNET).reduce((size, { start, end }) => size + (end - start), 0) > WIDEST_NETWORK;
}

function isWideIpv6({ start, end }: AddressSpan<bigint>): boolean {
  const from = start > IPV6_INTERNET.start ? start : IPV6_INTERNET.start;
  const to = end < IPV6_INTERNET.end ? end : IPV6_INTERNET.end;
  return to - from > 1n << 96n;
}
