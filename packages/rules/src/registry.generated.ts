// Written by `npm run generate`; one line a rule.
import type { Rule } from './kernel/define-rule.ts';
import { hasAccessAnalyzers } from './aws/account/has-access-analyzers.ts';
import { hasSupportRole } from './aws/account/has-support-role.ts';
import { passwordPolicyIsStrong } from './aws/account/password-policy-is-strong.ts';
import { passwordPolicyPreventsReuse } from './aws/account/password-policy-prevents-reuse.ts';
import { passwordPolicyRequiresLength } from './aws/account/password-policy-requires-length.ts';
import { rootHasHardwareMfa } from './aws/account/root-has-hardware-mfa.ts';
import { rootHasMfa } from './aws/account/root-has-mfa.ts';
import { rootHasNoAccessKeys } from './aws/account/root-has-no-access-keys.ts';
import { accountBlocksInternetGateways } from './aws/ec2/account-blocks-internet-gateways.ts';
import { accountBlocksPublicImages } from './aws/ec2/account-blocks-public-images.ts';
import { accountBlocksPublicSnapshots } from './aws/ec2/account-blocks-public-snapshots.ts';
import { accountDefaultsToImdsv2 } from './aws/ec2/account-defaults-to-imdsv2.ts';
import { accountEncryptsNewVolumes } from './aws/ec2/account-encrypts-new-volumes.ts';
import { addressIsInUse } from './aws/ec2/address-is-in-use.ts';
import { defaultSecurityGroupIsClosed } from './aws/ec2/default-security-group-is-closed.ts';
import { defaultVpcHoldsNothing } from './aws/ec2/default-vpc-holds-nothing.ts';
import { imageIsNotPublic } from './aws/ec2/image-is-not-public.ts';
import { imageIsNotShared } from './aws/ec2/image-is-not-shared.ts';
import { instanceHasDetailedMonitoring } from './aws/ec2/instance-has-detailed-monitoring.ts';
import { instanceHasNoPublicIp } from './aws/ec2/instance-has-no-public-ip.ts';
import { instanceHasOneInterface } from './aws/ec2/instance-has-one-interface.ts';
import { instanceIsNotLeftStopped } from './aws/ec2/instance-is-not-left-stopped.ts';
import { instanceIsNotOld } from './aws/ec2/instance-is-not-old.ts';
import { instanceIsNotParavirtual } from './aws/ec2/instance-is-not-paravirtual.ts';
import { instanceLimitsMetadataHops } from './aws/ec2/instance-limits-metadata-hops.ts';
import { instanceRequiresImdsv2 } from './aws/ec2/instance-requires-imdsv2.ts';
import { instanceRoleHoldsNoFullAdmin } from './aws/ec2/instance-role-holds-no-full-admin.ts';
import { instanceUserDataHoldsNoSecrets } from './aws/ec2/instance-user-data-holds-no-secrets.ts';
import { keyPairIsInUse } from './aws/ec2/key-pair-is-in-use.ts';
import { keyPairIsNotOld } from './aws/ec2/key-pair-is-not-old.ts';
import { launchTemplateAsksForNoUnencryptedVolume } from './aws/ec2/launch-template-asks-for-no-unencrypted-volume.ts';
import { launchTemplateGivesNoPublicIp } from './aws/ec2/launch-template-gives-no-public-ip.ts';
import { launchTemplateRequiresImdsv2 } from './aws/ec2/launch-template-requires-imdsv2.ts';
import { launchTemplateUserDataHoldsNoSecrets } from './aws/ec2/launch-template-user-data-holds-no-secrets.ts';
import { networkAclIsInUse } from './aws/ec2/network-acl-is-in-use.ts';
import { networkAclRestrictsAdminPorts } from './aws/ec2/network-acl-restricts-admin-ports.ts';
import { networkInterfaceChecksSourceAndDestination } from './aws/ec2/network-interface-checks-source-and-destination.ts';
import { securityGroupIsInUse } from './aws/ec2/security-group-is-in-use.ts';
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
import { vpcHasEcrApiEndpoint } from './aws/ec2/vpc-has-ecr-api-endpoint.ts';
import { vpcHasEcrDockerEndpoint } from './aws/ec2/vpc-has-ecr-docker-endpoint.ts';
import { vpcHasFlowLogs } from './aws/ec2/vpc-has-flow-logs.ts';
import { vpcHasSsmEndpoint } from './aws/ec2/vpc-has-ssm-endpoint.ts';
import { groupCannotEscalate } from './aws/iam/group-cannot-escalate.ts';
import { groupHasNoCloudshellFullAccess } from './aws/iam/group-has-no-cloudshell-full-access.ts';
import { groupHoldsNoFullAdmin } from './aws/iam/group-holds-no-full-admin.ts';
import { groupInlinePoliciesHaveNoServiceWildcards } from './aws/iam/group-inline-policies-have-no-service-wildcards.ts';
import { groupInlinePoliciesRestrictDecrypt } from './aws/iam/group-inline-policies-restrict-decrypt.ts';
import { groupRestrictsDataReads } from './aws/iam/group-restricts-data-reads.ts';
import { groupRestrictsPassRole } from './aws/iam/group-restricts-pass-role.ts';
import { policyAllowsNoFullAdmin } from './aws/iam/policy-allows-no-full-admin.ts';
import { policyAllowsNoServiceWildcards } from './aws/iam/policy-allows-no-service-wildcards.ts';
import { policyRestrictsDecrypt } from './aws/iam/policy-restricts-decrypt.ts';
import { policyRestrictsPassRole } from './aws/iam/policy-restricts-pass-role.ts';
import { roleCannotEscalate } from './aws/iam/role-cannot-escalate.ts';
import { roleHasNoCloudshellFullAccess } from './aws/iam/role-has-no-cloudshell-full-access.ts';
import { roleHoldsNoFullAdmin } from './aws/iam/role-holds-no-full-admin.ts';
import { roleInlinePoliciesHaveNoServiceWildcards } from './aws/iam/role-inline-policies-have-no-service-wildcards.ts';
import { roleInlinePoliciesRestrictDecrypt } from './aws/iam/role-inline-policies-restrict-decrypt.ts';
import { roleRestrictsDataReads } from './aws/iam/role-restricts-data-reads.ts';
import { roleRestrictsPassRole } from './aws/iam/role-restricts-pass-role.ts';
import { roleTrustIsNotOpen } from './aws/iam/role-trust-is-not-open.ts';
import { roleTrustLimitsOtherAccounts } from './aws/iam/role-trust-limits-other-accounts.ts';
import { roleTrustLimitsWebIdentity } from './aws/iam/role-trust-limits-web-identity.ts';
import { serverCertificateIsNotExpired } from './aws/iam/server-certificate-is-not-expired.ts';
import { userAccessKeysAreRotated } from './aws/iam/user-access-keys-are-rotated.ts';
import { userCannotEscalate } from './aws/iam/user-cannot-escalate.ts';
import { userConsoleHasMfa } from './aws/iam/user-console-has-mfa.ts';
import { userCredentialsAreInUse } from './aws/iam/user-credentials-are-in-use.ts';
import { userHasNoCloudshellFullAccess } from './aws/iam/user-has-no-cloudshell-full-access.ts';
import { userHasNoPoliciesOfItsOwn } from './aws/iam/user-has-no-policies-of-its-own.ts';
import { userHasOneActiveKey } from './aws/iam/user-has-one-active-key.ts';
import { userHoldsNoFullAdmin } from './aws/iam/user-holds-no-full-admin.ts';
import { userInlinePoliciesHaveNoServiceWildcards } from './aws/iam/user-inline-policies-have-no-service-wildcards.ts';
import { userInlinePoliciesRestrictDecrypt } from './aws/iam/user-inline-policies-restrict-decrypt.ts';
import { userRestrictsDataReads } from './aws/iam/user-restricts-data-reads.ts';
import { userRestrictsPassRole } from './aws/iam/user-restricts-pass-role.ts';
import { accessPointBlocksPublicAccess } from './aws/s3/access-point-blocks-public-access.ts';
import { accessPointPolicyIsNotPublic } from './aws/s3/access-point-policy-is-not-public.ts';
import { accountBlocksPublicAccess } from './aws/s3/account-blocks-public-access.ts';
import { bucketAclIsNotPublic } from './aws/s3/bucket-acl-is-not-public.ts';
import { bucketBlocksPublicAccess } from './aws/s3/bucket-blocks-public-access.ts';
import { bucketDisablesAcls } from './aws/s3/bucket-disables-acls.ts';
import { bucketExpiresOldVersions } from './aws/s3/bucket-expires-old-versions.ts';
import { bucketHasLifecycleRules } from './aws/s3/bucket-has-lifecycle-rules.ts';
import { bucketIsEncryptedByDefault } from './aws/s3/bucket-is-encrypted-by-default.ts';
import { bucketIsEncryptedWithCustomerKey } from './aws/s3/bucket-is-encrypted-with-customer-key.ts';
import { bucketIsEncryptedWithKms } from './aws/s3/bucket-is-encrypted-with-kms.ts';
import { bucketIsSharedWithKnownAccounts } from './aws/s3/bucket-is-shared-with-known-accounts.ts';
import { bucketKeepsVersions } from './aws/s3/bucket-keeps-versions.ts';
import { bucketLogsAccess } from './aws/s3/bucket-logs-access.ts';
import { bucketNotifiesOfEvents } from './aws/s3/bucket-notifies-of-events.ts';
import { bucketPolicyIsNotPublic } from './aws/s3/bucket-policy-is-not-public.ts';
import { bucketPolicyKeepsControlInAccount } from './aws/s3/bucket-policy-keeps-control-in-account.ts';
import { bucketPolicyRequiresTls } from './aws/s3/bucket-policy-requires-tls.ts';
import { bucketPolicyTiesServicesToAccount } from './aws/s3/bucket-policy-ties-services-to-account.ts';
import { bucketRequiresMfaDelete } from './aws/s3/bucket-requires-mfa-delete.ts';
import { multiRegionAccessPointBlocksPublicAccess } from './aws/s3/multi-region-access-point-blocks-public-access.ts';
import { multiRegionAccessPointPolicyIsNotPublic } from './aws/s3/multi-region-access-point-policy-is-not-public.ts';

export const rules: readonly Rule[] = [
  hasAccessAnalyzers,
  hasSupportRole,
  passwordPolicyIsStrong,
  passwordPolicyPreventsReuse,
  passwordPolicyRequiresLength,
  rootHasHardwareMfa,
  rootHasMfa,
  rootHasNoAccessKeys,
  accountBlocksInternetGateways,
  accountBlocksPublicImages,
  accountBlocksPublicSnapshots,
  accountDefaultsToImdsv2,
  accountEncryptsNewVolumes,
  addressIsInUse,
  defaultSecurityGroupIsClosed,
  defaultVpcHoldsNothing,
  imageIsNotPublic,
  imageIsNotShared,
  instanceHasDetailedMonitoring,
  instanceHasNoPublicIp,
  instanceHasOneInterface,
  instanceIsNotLeftStopped,
  instanceIsNotOld,
  instanceIsNotParavirtual,
  instanceLimitsMetadataHops,
  instanceRequiresImdsv2,
  instanceRoleHoldsNoFullAdmin,
  instanceUserDataHoldsNoSecrets,
  keyPairIsInUse,
  keyPairIsNotOld,
  launchTemplateAsksForNoUnencryptedVolume,
  launchTemplateGivesNoPublicIp,
  launchTemplateRequiresImdsv2,
  launchTemplateUserDataHoldsNoSecrets,
  networkAclIsInUse,
  networkAclRestrictsAdminPorts,
  networkInterfaceChecksSourceAndDestination,
  securityGroupIsInUse,
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
  vpcHasEcrApiEndpoint,
  vpcHasEcrDockerEndpoint,
  vpcHasFlowLogs,
  vpcHasSsmEndpoint,
  groupCannotEscalate,
  groupHasNoCloudshellFullAccess,
  groupHoldsNoFullAdmin,
  groupInlinePoliciesHaveNoServiceWildcards,
  groupInlinePoliciesRestrictDecrypt,
  groupRestrictsDataReads,
  groupRestrictsPassRole,
  policyAllowsNoFullAdmin,
  policyAllowsNoServiceWildcards,
  policyRestrictsDecrypt,
  policyRestrictsPassRole,
  roleCannotEscalate,
  roleHasNoCloudshellFullAccess,
  roleHoldsNoFullAdmin,
  roleInlinePoliciesHaveNoServiceWildcards,
  roleInlinePoliciesRestrictDecrypt,
  roleRestrictsDataReads,
  roleRestrictsPassRole,
  roleTrustIsNotOpen,
  roleTrustLimitsOtherAccounts,
  roleTrustLimitsWebIdentity,
  serverCertificateIsNotExpired,
  userAccessKeysAreRotated,
  userCannotEscalate,
  userConsoleHasMfa,
  userCredentialsAreInUse,
  userHasNoCloudshellFullAccess,
  userHasNoPoliciesOfItsOwn,
  userHasOneActiveKey,
  userHoldsNoFullAdmin,
  userInlinePoliciesHaveNoServiceWildcards,
  userInlinePoliciesRestrictDecrypt,
  userRestrictsDataReads,
  userRestrictsPassRole,
  accessPointBlocksPublicAccess,
  accessPointPolicyIsNotPublic,
  accountBlocksPublicAccess,
  bucketAclIsNotPublic,
  bucketBlocksPublicAccess,
  bucketDisablesAcls,
  bucketExpiresOldVersions,
  bucketHasLifecycleRules,
  bucketIsEncryptedByDefault,
  bucketIsEncryptedWithCustomerKey,
  bucketIsEncryptedWithKms,
  bucketIsSharedWithKnownAccounts,
  bucketKeepsVersions,
  bucketLogsAccess,
  bucketNotifiesOfEvents,
  bucketPolicyIsNotPublic,
  bucketPolicyKeepsControlInAccount,
  bucketPolicyRequiresTls,
  bucketPolicyTiesServicesToAccount,
  bucketRequiresMfaDelete,
  multiRegionAccessPointBlocksPublicAccess,
  multiRegionAccessPointPolicyIsNotPublic,
];
