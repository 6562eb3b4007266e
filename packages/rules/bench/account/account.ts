import { CATALOGUE, snapshotLine, type RecordedResource, type SnapshotHeader } from '@plumbline/model';
import { bucket } from './buckets.ts';
import { instance } from './instances.ts';
import { ACCOUNT, COLLECTED_AT, iamArn, REGIONS } from './names.ts';
import { network } from './network.ts';
import { managedPolicies } from './policies.ts';
import { role } from './roles.ts';
import { securityGroup } from './security-groups.ts';

const HEADER: SnapshotHeader = {
  format: 'plumbline-snapshot',
  version: 1,
  provider: 'aws',
  partition: 'aws',
  account: ACCOUNT,
  regions: REGIONS,
  collectedAt: COLLECTED_AT,
};

/**
 * The lines of an account with so many buckets, security groups, instances and roles, and what they refer to; for one count always the
 * same. About one in ten of them has a fault.
 */
export function* accountLines(count: number): Generator<string> {
  yield snapshotLine(HEADER);
  for (const resource of resources(count)) yield snapshotLine(resource);
  for (const [type, { scope }] of Object.entries(CATALOGUE))
    for (const region of scope === 'global' ? ['global'] : REGIONS)
      yield snapshotLine({ listing: { type, region, complete: true } });
}

function* resources(count: number): Generator<RecordedResource> {
  yield account;
  yield* network(count);
  yield* managedPolicies(count);
  for (let index = 0; index < count; index++) yield bucket(index);
  for (let index = 0; index < count; index++) yield securityGroup(index, count);
  for (let index = 0; index < count; index++) yield instance(index, count);
  for (let index = 0; index < count; index++) yield role(index, count);
}

function eachRegion<T>(value: T): Readonly<Record<string, T>> {
  return Object.fromEntries(REGIONS.map((region) => [region, value]));
}

const account: RecordedResource = {
  type: 'AWS::Account',
  id: iamArn('root'),
  name: 'acme-benchmark',
  region: 'global',
  tags: {},
  facets: {
    accountSummary: { AccountAccessKeysPresent: 0, AccountMFAEnabled: 1, AccountSigningCertificatesPresent: 0 },
    credentialReport: { arn: iamArn('root'), user: '<root_account>', mfa_active: 'true', access_key_1_active: 'false' },
    ebsEncryptionByDefault: eachRegion(true),
    imageBlockPublicAccess: eachRegion('block-new-sharing'),
    instanceMetadataDefaults: eachRegion({ HttpTokens: 'required' }),
    passwordPolicy: { MinimumPasswordLength: 14, PasswordReusePrevention: 24 },
    s3PublicAccessBlock: null,
    snapshotBlockPublicAccess: eachRegion('block-all-sharing'),
    virtualMfaDevices: [],
    vpcBlockPublicAccess: eachRegion({ InternetGatewayBlockMode: 'off' }),
  },
};
