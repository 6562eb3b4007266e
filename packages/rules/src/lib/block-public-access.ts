import type { Subnet } from '@plumbline/model';
import type { Evidence, NonEmpty } from '../kernel/outcome.ts';
import { nonEmpty } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';

type Blockable = Pick<Subnet, 'SubnetId' | 'BlockPublicAccessStates'>;

/** Whether VPC Block Public Access keeps what comes from the internet out of a subnet. Exclusions are in the state that AWS tells. */
export function isBlocked({ BlockPublicAccessStates }: Blockable): boolean {
  const mode = BlockPublicAccessStates?.InternetGatewayBlockMode;
  return mode === 'block-ingress' || mode === 'block-bidirectional';
}

/** What blocks each of the subnets; `null` where one of them is open or not recorded. */
export function blocksOf(
  ids: readonly (string | undefined)[],
  subnets: readonly Related<{ readonly subnet: Blockable }>[],
): NonEmpty<Evidence> | null {
  const found = [...new Set(ids)].map((id) => subnets.find(({ facets }) => facets.subnet.SubnetId === id));
  const blocked = found.flatMap((each) => (each && isBlocked(each.facets.subnet) ? [each] : []));
  if (blocked.length < found.length) return null;
  const pointer = '/subnet/BlockPublicAccessStates/InternetGatewayBlockMode';
  return nonEmpty(blocked.map((of) => ({ pointer, expected: 'blocks what comes in', of, ok: true })));
}
