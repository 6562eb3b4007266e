// Written by `npm run generate`; one line a rule.
import type { Rule } from './kernel/define-rule.ts';
import { bucketBlocksPublicAccess } from './aws/s3/bucket-blocks-public-access.ts';

export const rules: readonly Rule[] = [
  bucketBlocksPublicAccess,
];
