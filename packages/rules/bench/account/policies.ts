import type { RecordedResource } from '@plumbline/model';
import { iamArn, nameOf } from './names.ts';
import { Random } from './random.ts';
import { policyDocument } from './statements.ts';

/** AWS lets an account have 5,000 policies of its own at the most. */
const MOST = 5000;
const ROLES_TO_A_POLICY = 10;

export function policyCount(roles: number): number {
  return Math.min(MOST, Math.ceil(roles / ROLES_TO_A_POLICY));
}

export function policyArn(index: number): string {
  return iamArn(`policy/${nameOf('policy', index)}`);
}

/** The policies that roles have: the account's own, and some of AWS's. */
export function* managedPolicies(roles: number): Generator<RecordedResource> {
  for (let index = 0; index < policyCount(roles); index++) {
    const random = new Random('policy', index);
    yield policy(policyArn(index), random, policyDocument(random, random.integer(3, 8)));
  }
  for (const [name, statements] of [
    ['ReadOnlyAccess', 150],
    ['AmazonSSMManagedInstanceCore', 3],
    ['CloudWatchAgentServerPolicy', 2],
  ] as const) {
    const random = new Random(name, 0);
    yield policy(`arn:aws:iam::aws:policy/${name}`, random, awsDocument(random, statements));
  }
}

/** Reads only, as AWS's own policies do. */
function awsDocument(random: Random, services: number) {
  const verbs = ['Get*', 'List*', 'Describe*', 'BatchGet*'];
  const Action = Array.from({ length: services }, () => verbs.map((verb) => `svc${random.hex(4)}:${verb}`)).flat();
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
}

function policy(arn: string, random: Random, Document: object): RecordedResource {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const created = random.time();
  return {
    type: 'AWS::IAM::ManagedPolicy',
    id: arn,
    name,
    region: 'global',
    tags: {},
    facets: {
      authorizationDetails: {
        Arn: arn,
        AttachmentCount: random.integer(1, 20),
        CreateDate: created,
        DefaultVersionId: 'v1',
        IsAttachable: true,
        Path: '/',
        PermissionsBoundaryUsageCount: 0,
        PolicyId: `ANPA${random.hex(17).toUpperCase()}`,
        PolicyName: name,
        PolicyVersionList: [{ CreateDate: created, Document, IsDefaultVersion: true, VersionId: 'v1' }],
        UpdateDate: created,
      },
    },
  };
}
