import { isCollected, type PublicAccessBlock } from '@plumbline/model';
import { nonEmpty, type Missing, type NonEmpty, type NotRead } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';

export const BLOCK_SETTINGS = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;
export type BlockSetting = (typeof BLOCK_SETTINGS)[number];

/** The block of an account, bucket or access point; `null`: none is set. */
export type BlockLevel = PublicAccessBlock | null | undefined | NotRead;

/** The blocks of the buckets behind an access point. */
export type BlocksBehind = readonly Related<{ readonly publicAccessBlock: PublicAccessBlock | null }>[] | NotRead;

/** The account's block, as a rule is handed the account. */
export function blockOf(
  account: Related<{ readonly s3PublicAccessBlock: PublicAccessBlock | null }> | null | NotRead,
): BlockLevel {
  return isCollected(account) ? account?.facets.s3PublicAccessBlock : account;
}

/**
 * Whether a setting is on. S3 applies the strictest of the levels, an organization's block being part of the account's; so one
 * that has it on decides, and the answer is what is missing only where no level that was read has it on.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isOn(setting: BlockSetting, levels: readonly BlockLevel[]): boolean | NonEmpty<Missing> {
  for (const level of levels) if (isOnAt(setting, level)) return true;
  return nonEmpty(levels.flatMap((level) => (isCollected(level) || !level ? [] : [level.notCollected]))) ?? false;
}

function isOnAt(setting: BlockSetting, level: BlockLevel): boolean {
  return isRead(level) && level[setting] === true;
}

function isRead(level: BlockLevel): level is PublicAccessBlock {
  return level !== null && level !== undefined && isCollected(level);
}

/** Whether one level alone has all of the settings on, as most have. */
export function isWhole(level: BlockLevel): boolean {
  return (
    isRead(level) &&
    level.BlockPublicAcls === true &&
    level.IgnorePublicAcls === true &&
    level.BlockPublicPolicy === true &&
    level.RestrictPublicBuckets === true
  );
}

/** Whether every bucket behind an access point has a setting on. `foreign`: names of those whose blocks a snapshot cannot have. */
export function isOnBehind(
  setting: BlockSetting,
  blocks: BlocksBehind,
  foreign: readonly string[],
): boolean | NonEmpty<Missing> {
  if (foreign.length > 0) return false;
  if (!isCollected(blocks)) return [blocks.notCollected];
  return blocks.length > 0 && blocks.every(({ facets }) => facets.publicAccessBlock?.[setting] === true);
}
