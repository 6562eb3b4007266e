import { pointer } from '../kernel/json-pointer.ts';
import { nonEmpty, pass, unknown, type Outcome } from '../kernel/outcome.ts';
import type { RemediationTarget } from '../kernel/remediation.ts';
import { listed } from './listed.ts';

/** A setting that the account has once in each region. */
export interface RegionSettings<Value> {
  readonly facet: string;
  /** The IAM action that reads it. */
  readonly action: string;
  /** Region → its setting. */
  readonly byRegion: Readonly<Record<string, Value>>;
  /** The regions that were read. */
  readonly regions: readonly string[];
  readonly isGood: (setting: Value) => boolean;
  /** The field of the setting that decides; the setting itself when left out. */
  readonly field?: string;
  readonly expected: string;
  /** What is wrong, for the regions as people read them. */
  readonly message: (regions: string) => string;
}

/** Fails with the regions whose setting is not good; unknown where a region that was read has none recorded. */
export function judgeRegions<Value>(settings: RegionSettings<Value>): Outcome {
  const { facet, action, byRegion, regions, isGood, field, expected, message } = settings;
  const bad = Object.entries(byRegion).flatMap(([region, setting]) => (isGood(setting) ? [] : [region]));
  bad.sort();
  const at = (region: string) => (field === undefined ? [facet, region] : [facet, region, field]);
  const evidence = nonEmpty(bad.map((region) => ({ pointer: pointer(...at(region)), expected })));
  if (evidence) return { status: 'fail', message: message(listed(bad)), evidence };
  const unread = regions.filter((region) => !Object.hasOwn(byRegion, region));
  if (unread.length === 0) return pass;
  return unknown({
    fact: facet,
    reason: 'NOT_RECORDED',
    action,
    message: `The recording does not have the setting of ${listed(unread)}.`,
  });
}

/** The regions that the evidence points at, else the target's own: a fix is written once for each. */
export function forEachRegion(target: RemediationTarget, write: (region: string) => string, between = '\n'): string {
  const found = target.evidence.flatMap(({ pointer: at }) => at.split('/')[2] ?? []);
  return (found.length > 0 ? found : [target.region]).map(write).join(between);
}
