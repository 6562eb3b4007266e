import type { NetworkAcl } from '@plumbline/model';
import { merged, openToEveryone, without } from './cidr-set.ts';
import { parseCidr, type AddressSpan, type Cidr } from './cidr.ts';
import { holdsPort, portsOfEntry, type AclEntry, type Transport } from './ports.ts';

/** An inbound rule of a network ACL and its place among the entries. */
export interface InboundRule {
  readonly entry: AclEntry;
  readonly place: number;
  readonly cidr: Cidr;
}

/** The inbound rules in the order in which they are asked; `malformed` are ranges that cannot be read. */
export function inboundRules({ Entries = [] }: NetworkAcl) {
  const rules: InboundRule[] = [];
  const malformed: string[] = [];
  for (const [place, entry] of Entries.entries()) {
    if (entry.Egress === true) continue;
    const text = entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '';
    const cidr = parseCidr(text);
    if (cidr) rules.push({ entry, place, cidr });
    else malformed.push(text);
  }
  return { rules: rules.toSorted((a, b) => (a.entry.RuleNumber ?? 0) - (b.entry.RuleNumber ?? 0)), malformed };
}

/** The rules that let in everyone to a port. For each address the first rule that matches decides, be it to allow or to deny. */
export function rulesThatOpen(
  rules: readonly InboundRule[],
  transport: Transport,
  port: number,
): readonly InboundRule[] {
  const asked = rules.filter(({ entry }) => {
    const ports = portsOfEntry(entry, transport);
    return ports !== null && holdsPort(ports, port);
  });
  const admitted = [
    ...decide(
      asked,
      (cidr) => (cidr.family === 'ipv4' ? cidr : null),
      (span) => ({ family: 'ipv4', ...span }),
    ),
    ...decide(
      asked,
      (cidr) => (cidr.family === 'ipv6' ? cidr : null),
      (span) => ({ family: 'ipv6', ...span }),
    ),
  ];
  return [...new Set(openToEveryone(admitted).map(({ rule }) => rule))];
}

function decide<Integer extends number | bigint>(
  rules: readonly InboundRule[],
  spanOf: (cidr: Cidr) => AddressSpan<Integer> | null,
  toCidr: (span: AddressSpan<Integer>) => Cidr,
): readonly { readonly cidr: Cidr; readonly rule: InboundRule }[] {
  let decided: readonly AddressSpan<Integer>[] = [];
  return rules.flatMap((rule) => {
    const span = spanOf(rule.cidr);
    if (!span) return [];
    const left = without(span, decided);
    decided = merged([...decided, span]);
    return rule.entry.RuleAction === 'allow' ? left.map((each) => ({ cidr: toCidr(each), rule })) : [];
  });
}
