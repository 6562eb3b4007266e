// Written by `npm run generate`; one line a rule.
import type { Rule } from './kernel/define-rule.ts';
import { rootHasMfa } from './aws/account/root-has-mfa.ts';
import { rootHasNoAccessKeys } from './aws/account/root-has-no-access-keys.ts';
import { accountBlocksInternetGateways } from './aws/ec2/account-blocks-internet-gateways.ts';
import { accountBlocksPublicImages } from './aws/ec2/account-blocks-public-images.ts';
import { accountBlocksPublicSnapshots } from './aws/ec2/account-blocks-public-snapshots.ts';
import { accountDefaultsToImdsv2 } from './aws/ec2/account-defaults-to-imdsv2.ts';
import { accountEncryptsNewVolumes } from './aws/ec2/account-encrypts-new-volumes.ts';
import { defaultSecurityGroupIsClosed } from './aws/ec2/default-security-group-is-closed.ts';
import { imageIsNotPublic } from './aws/ec2/image-is-not-public.ts';
import { imageIsNotShared } from './aws/ec2/image-is-not-shared.ts';
import { instanceHasNoPublicIp } from './aws/ec2/instance-has-no-public-ip.ts';
import { instanceRequiresImdsv2 } from './aws/ec2/instance-requires-imdsv2.ts';
import { instanceRoleHoldsNoFullAdmin } from './aws/ec2/instance-role-holds-no-full-admin.ts';
import { instanceUserDataHoldsNoSecrets } from './aws/ec2/instance-user-data-holds-no-secrets.ts';
import { launchTemplateAsksForNoUnencryptedVolume } from './aws/ec2/launch-template-asks-for-no-unencrypted-volume.ts';
import { launchTemplateGivesNoPublicIp } from './aws/ec2/launch-template-gives-no-public-ip.ts';
import { launchTemplateRequiresImdsv2 } from './aws/ec2/launch-template-requires-imdsv2.ts';
import { launchTemplateUserDataHoldsNoSecrets } from './aws/ec2/launch-template-user-data-holds-no-secrets.ts';
import { networkAclRestrictsAdminPorts } from './aws/ec2/network-acl-restricts-admin-ports.ts';
import { securityGroupRestrictsAdminPorts } from './aws/ec2/security-group-restricts-admin-ports.ts';
import { securityGroupRestrictsAllTraffic } from './aws/ec2/security-group-restricts-all-traffic.ts';
import { securityGroupRestrictsDatabasePorts } from './aws/ec2/security-group-restricts-database-ports.ts';
import { securityGroupRestrictsFileSharingPorts } from './aws/ec2/security-group-restricts-file-sharing-ports.ts';
import { securityGroupRestrictsOutbound } from './aws/ec2/security-group-restricts-outbound.ts';
import { snapshotIsEncrypted } from './aws/ec2/snapshot-is-encrypted.ts';
import { snapshotIsNotPublic } from './aws/ec2/snapshot-is-not-public.ts';
import { snapshotIsNotShared } from './aws/ec2/snapshot-is-not-shared.ts';
import { subnetAssignsNoPublicIps } from './aws/ec2/subnet-assigns-no-public-ips.ts';
import { transitGatewayAcceptsNothingByItself } from './aws/ec2/transit-gateway-accepts-nothing-by-itself.ts';
import { volumeIsEncrypted } from './aws/ec2/volume-is-encrypted.ts';
import { vpcHasEc2Endpoint } from './aws/ec2/vpc-has-ec2-endpoint.ts';
import { vpcHasFlowLogs } from './aws/ec2/vpc-has-flow-logs.ts';
import { vpcHasSsmEndpoint } from './aws/ec2/vpc-has-ssm-endpoint.ts';
import { groupHoldsNoFullAdmin } from './aws/iam/group-holds-no-full-admin.ts';
import { policyAllowsNoFullAdmin } from './aws/iam/policy-allows-no-full-admin.ts';
import { roleHoldsNoFullAdmin } from './aws/iam/role-holds-no-full-admin.ts';
import { roleTrustIsNotOpen } from './aws/iam/role-trust-is-not-open.ts';
import { userAccessKeysAreRotated } from './aws/iam/user-access-keys-are-rotated.ts';
import { userConsoleHasMfa } from './aws/iam/user-console-has-mfa.ts';
import { userHoldsNoFullAdmin } from './aws/iam/user-holds-no-full-admin.ts';
import { bucketAclIsNotPublic } from './aws/s3/bucket-acl-is-not-public.ts';
import { bucketBlocksPublicAccess } from './aws/s3/bucket-blocks-public-access.ts';
import { bucketIsEncryptedByDefault } from './aws/s3/bucket-is-encrypted-by-default.ts';
import { bucketIsEncryptedWithKms } from './aws/s3/bucket-is-encrypted-with-kms.ts';
import { bucketPolicyIsNotPublic } from './aws/s3/bucket-policy-is-not-public.ts';
import { bucketPolicyRequiresTls } from './aws/s3/bucket-policy-requires-tls.ts';

export const rules: readonly Rule[] = [
  rootHasMfa,
  rootHasNoAccessKeys,
  accountBlocksInternetGateways,
  accountBlocksPublicImages,
  accountBlocksPublicSnapshots,
  accountDefaultsToImdsv2,
  accountEncryptsNewVolumes,
  defaultSecurityGroupIsClosed,
  imageIsNotPublic,
  imageIsNotShared,
  instanceHasNoPublicIp,
  instanceRequiresImdsv2,
  instanceRoleHoldsNoFullAdmin,
  instanceUserDataHoldsNoSecrets,
  launchTemplateAsksForNoUnencryptedVolume,
  launchTemplateGivesNoPublicIp,
  launchTemplateRequiresImdsv2,
  launchTemplateUserDataHoldsNoSecrets,
  networkAclRestrictsAdminPorts,
  securityGroupRestrictsAdminPorts,
  securityGroupRestrictsAllTraffic,
  securityGroupRestrictsDatabasePorts,
  securityGroupRestrictsFileSharingPorts,
  securityGroupRestrictsOutbound,
  snapshotIsEncrypted,
  snapshotIsNotPublic,
  snapshotIsNotShared,
  subnetAssignsNoPublicIps,
  transitGatewayAcceptsNothingByItself,
  volumeIsEncrypted,
  vpcHasEc2Endpoint,
  vpcHasFlowLogs,
  vpcHasSsmEndpoint,
  groupHoldsNoFullAdmin,
  policyAllowsNoFullAdmin,
  roleHoldsNoFullAdmin,
  roleTrustIsNotOpen,
  userAccessKeysAreRotated,
  userConsoleHasMfa,
  userHoldsNoFullAdmin,
  bucketAclIsNotPublic,
  bucketBlocksPublicAccess,
  bucketIsEncryptedByDefault,
  bucketIsEncryptedWithKms,
  bucketPolicyIsNotPublic,
  bucketPolicyRequiresTls,
];
