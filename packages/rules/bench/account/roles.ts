import type { RecordedResource } from '@plumbline/model';
import { iamArn, nameOf, regionOf, tagList, tagsOf } from './names.ts';
import { policyArn, policyCount } from './policies.ts';
import { Random } from './random.ts';
import { policyDocument } from './statements.ts';

/** One role in so many is of instances. */
export const INSTANCE_ROLES = 5;

export function roleName(index: number): string {
  return nameOf('role', index);
}

/** @param count how many roles there are */
export function role(index: number, count: number): RecordedResource {
  const random = new Random('role', index);
  const name = roleName(index);
  const tags = tagsOf(name, random);
  const forInstances = index % INSTANCE_ROLES === 0;
  const created = random.time();
  return {
    type: 'AWS::IAM::Role',
    id: iamArn(`role/${name}`),
    name,
    region: 'global',
    tags,
    facets: {
      authorizationDetails: {
        Arn: iamArn(`role/${name}`),
        AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust(forInstances, random)] },
        AttachedManagedPolicies: attached(random, count),
        CreateDate: created,
        InstanceProfileList: forInstances
          ? [
              {
                Arn: iamArn(`instance-profile/${name}`),
                CreateDate: created,
                InstanceProfileId: `AIPA${random.hex(17).toUpperCase()}`,
                InstanceProfileName: name,
                Path: '/',
                Roles: [],
              },
            ]
          : [],
        Path: '/',
        ...(random.chance(0.1) && {
          PermissionsBoundary: { PermissionsBoundaryArn: policyArn(0), PermissionsBoundaryType: 'Policy' },
        }),
        RoleId: `AROA${random.hex(17).toUpperCase()}`,
        RoleLastUsed: { LastUsedDate: random.time(), Region: regionOf(index) },
        RoleName: name,
        RolePolicyList: Array.from({ length: random.integer(1, 2) }, (_, at) => ({
          PolicyDocument: policyDocument(random, random.integer(2, 5)),
          PolicyName: `${name}-${at}`,
        })),
        Tags: tagList(tags),
      },
    },
  };
}

function attached(random: Random, count: number) {
  const own = Array.from({ length: random.integer(0, 2) }, () => policyArn(random.integer(0, policyCount(count) - 1)));
  const aws = random.chance(0.5)
    ? [
        `arn:aws:iam::aws:policy/${random.pick(['ReadOnlyAccess', 'AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy'])}`,
      ]
    : [];
  return [...new Set([...own, ...aws])].map((PolicyArn) => ({
    PolicyArn,
    PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1),
  }));
}

function allow(Principal: object, Condition?: object, Action = 'sts:AssumeRole') {
  return { Effect: 'Allow', Principal, Action, ...(Condition && { Condition }) };
}

function trust(forInstances: boolean, random: Random) {
  if (forInstances) return allow({ Service: 'ec2.amazonaws.com' });
  const kind = random.next();
  if (kind < 0.5)
    return allow({ Service: random.pick(['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com', 'states.amazonaws.com']) });
  if (kind < 0.7)
    return allow(
      { AWS: `arn:aws:iam::${random.integer(200_000_000_000, 999_999_999_999)}:root` },
      random.chance(0.7) ? { StringEquals: { 'sts:ExternalId': random.hex(24) } } : undefined,
    );
  if (kind < 0.9)
    return allow(
      { Federated: iamArn('oidc-provider/token.actions.githubusercontent.com') },
      {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: {
          'token.actions.githubusercontent.com:sub': `repo:acme/${random.chance(0.9) ? random.hex(8) : '*'}:ref:refs/heads/main`,
        },
      },
      'sts:AssumeRoleWithWebIdentity',
    );
  return allow({ AWS: random.chance(0.05) ? '*' : iamArn(`role/ci-${random.hex(6)}`) });
}
