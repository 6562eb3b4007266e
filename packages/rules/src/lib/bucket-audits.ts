import { sh, type RemediationTarget } from '../kernel/remediation.ts';

export function readPolicy({ name }: RemediationTarget): string {
  return sh`aws s3api get-bucket-policy --bucket ${name} --query Policy --output text`;
}

/** The blocks of the bucket and of its account. */
export function readBlocks({ name, account }: RemediationTarget): string {
  return sh`aws s3api get-public-access-block --bucket ${name}
aws s3control get-public-access-block --account-id ${account}`;
}

export function readAcl({ name }: RemediationTarget): string {
  return sh`aws s3api get-bucket-ownership-controls --bucket ${name}
aws s3api get-bucket-acl --bucket ${name}`;
}

export function readEncryption({ name }: RemediationTarget): string {
  return sh`aws s3api get-bucket-encryption --bucket ${name} --query 'ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault'`;
}

/** Versioning with MFA delete, and the lifecycle rules. */
export function readVersions({ name }: RemediationTarget): string {
  return sh`aws s3api get-bucket-versioning --bucket ${name}
aws s3api get-bucket-lifecycle-configuration --bucket ${name}`;
}
