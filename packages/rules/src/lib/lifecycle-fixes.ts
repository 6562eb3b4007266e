import { hclName, hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';
import { bucketTemplate } from './bucket-fixes.ts';

const DAYS = 90;
const ABORT_AFTER = 7;

/** A rule that is safe to begin with: it touches nothing that applications see. */
export function lifecycleCommand({ name }: RemediationTarget): string {
  const Rules = [
    {
      ID: 'old-versions-and-unfinished-uploads',
      Status: 'Enabled',
      Filter: {},
      NoncurrentVersionExpiration: { NoncurrentDays: DAYS },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: ABORT_AFTER },
    },
  ];
  return `# It replaces all lifecycle rules: add those that are there.
${sh`aws s3api put-bucket-lifecycle-configuration --bucket ${name} --lifecycle-configuration ${JSON.stringify({ Rules })}`}`;
}

export function lifecycleTerraform({ name }: RemediationTarget): string {
  return `resource "aws_s3_bucket_lifecycle_configuration" "${hclName(name)}" {
  bucket = ${hclString(name)}
  rule {
    id     = "old-versions-and-unfinished-uploads"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = ${DAYS}
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = ${ABORT_AFTER}
    }
  }
}`;
}

export function lifecycleTemplate(target: RemediationTarget): string {
  return bucketTemplate(target, {
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'old-versions-and-unfinished-uploads',
          Status: 'Enabled',
          NoncurrentVersionExpiration: { NoncurrentDays: DAYS },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: ABORT_AFTER },
        },
      ],
    },
  });
}
