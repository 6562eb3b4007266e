import { sh, type RemediationTarget } from '../kernel/remediation.ts';

/** The block of an access point, of its bucket and of its account. */
export function readAccessPointBlocks({ account, localId, region }: RemediationTarget): string {
  return `${sh`aws s3control get-access-point --account-id ${account} --region ${region} --name ${localId}`}
${blocksAround(account)}`;
}

/** The policy of an access point, and whether S3 counts it as public. */
export function readAccessPointPolicy({ account, localId, region }: RemediationTarget): string {
  return sh`aws s3control get-access-point-policy-status --account-id ${account} --region ${region} --name ${localId}
aws s3control get-access-point-policy --account-id ${account} --region ${region} --name ${localId} --query Policy --output text`;
}

/** The block of a Multi-Region Access Point, of the buckets behind it and of its account. */
export function readMultiRegionBlocks({ account, name }: RemediationTarget): string {
  return `${sh`aws s3control get-multi-region-access-point --region us-west-2 --account-id ${account} --name ${name}`}
${blocksAround(account)}`;
}

/** The policy of a Multi-Region Access Point, and whether S3 counts it as public. */
export function readMultiRegionPolicy({ account, name }: RemediationTarget): string {
  return sh`aws s3control get-multi-region-access-point-policy-status --region us-west-2 --account-id ${account} --name ${name}
aws s3control get-multi-region-access-point-policy --region us-west-2 --account-id ${account} --name ${name} --query Policy.Established.Policy --output text`;
}

function blocksAround(account: string): string {
  return `# Put each bucket that it names for BUCKET.
aws s3api get-public-access-block --bucket BUCKET
${sh`aws s3control get-public-access-block --account-id ${account}`}`;
}
