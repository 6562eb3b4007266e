import type { SnapshotAccount } from '../kernel/relation.ts';
import {
  ALL_OF_A_KIND,
  DECRYPTS,
  OBJECT_READ,
  PARAMETER_READS,
  PASS_ROLE,
  SECRET_READS,
  SNAPSHOT_READ,
  TABLE_READS,
} from './asked-actions.ts';
import { oncePer } from './once-per.ts';
import { allowing, firstSure, granted, type Granted, type Permissions, type Request } from './permissions.ts';
import { coversResource, type LocatedStatement } from './policy-document.ts';

/** What a policy should allow on named resources only. */
export interface Wants {
  /** What a holder's policies must reach for any of it. */
  readonly reach: 'passRole' | 'decrypt' | 'dataReads';
  /** What is done with them, in words: `decrypt with`. */
  readonly verb: string;
  /** Kinds of resources, each with the ways to ask for all of them, the widest first: all by actions of one service. */
  readonly kinds: readonly (readonly Want[])[];
}

interface Want {
  /** In words: `every KMS key`. */
  readonly what: string;
  readonly request: Request;
}

export interface WideGrant<T> extends Granted<T> {
  readonly what: string;
}

/** Of which kinds all are granted: outright before under a condition, else in their order. */
export function wideGrants<T extends LocatedStatement>(
  permissions: Permissions<T>,
  { kinds }: Wants,
): readonly WideGrant<T>[] {
  return kinds.flatMap((wants) => {
    if (!mayGrant(permissions, wants)) return [];
    const found = firstSure(wants, ({ what, request }) => {
      const grant = granted(permissions, request);
      return grant && { ...grant, what };
    });
    return found ?? [];
  });
}

/** Whether some statement is about the service and all of what is asked for: nearly all are about named resources. */
function mayGrant({ statements }: Permissions<LocatedStatement>, wants: readonly Want[]): boolean {
  const { action, resources } = asksOf(wants);
  return allowing(statements, action).some(({ statement }) =>
    resources.some((each) => coversResource(statement, each)),
  );
}

const asksOf = oncePer((wants: readonly Want[]) => ({
  action: wants[0]?.request.action ?? '',
  resources: [...new Set(wants.map(({ request }) => request.resource ?? '*'))],
}));

/** Every role of the account, to whatever service. */
export const passEveryRole = oncePer(({ id, partition }: SnapshotAccount): Wants => {
  const request = { action: PASS_ROLE, resource: `arn:${partition}:iam::${id}:${ALL_OF_A_KIND.roles}` };
  return { reach: 'passRole', verb: 'pass', kinds: [[{ what: 'every role to a service', request }]] };
});

export const decryptWithEveryKey = oncePer((account: SnapshotAccount): Wants => {
  const keys = everyOne('every KMS key', DECRYPTS, ALL_OF_A_KIND.keys, account);
  return { reach: 'decrypt', verb: 'decrypt with', kinds: [keys] };
});

/** The kinds of data that are worth most to a thief, each by the calls that read it. */
export const readAllData = oncePer((account: SnapshotAccount): Wants => {
  const objects = { action: OBJECT_READ, resource: `arn:${account.partition}:s3:::${ALL_OF_A_KIND.objects}` };
  const snapshots = { action: SNAPSHOT_READ, resource: `arn:${account.partition}:ec2:?*::${ALL_OF_A_KIND.snapshots}` };
  const kinds = [
    [{ what: 'every S3 object', request: objects }],
    everyOne('every secret', SECRET_READS, ALL_OF_A_KIND.secrets, account),
    everyOne('every SSM parameter', PARAMETER_READS, ALL_OF_A_KIND.parameters, account),
    everyOne('every DynamoDB table', TABLE_READS, ALL_OF_A_KIND.tables, account),
    [{ what: 'every EBS snapshot', request: snapshots }],
  ];
  return { reach: 'dataReads', verb: 'read', kinds };
});

/** All there are in the account, or failing that all in one of its regions. */
function everyOne(
  what: string,
  actions: readonly string[],
  local: string,
  { id, partition, regions }: SnapshotAccount,
): readonly Want[] {
  return ['?*', ...regions].flatMap((region) =>
    actions.map((action) => ({
      what: region === '?*' ? what : `${what} in ${region}`,
      request: { action, resource: `arn:${partition}:${action.split(':')[0]}:${region}:${id}:${local}` },
    })),
  );
}
