import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import { nonEmpty, type NonEmpty } from '../kernel/outcome.ts';
import { levelOf, type S3Resources } from './bucket-access.ts';
import { conditionsOf } from './condition.ts';
import {
  coversAction,
  coversResource,
  listOf,
  namesEveryone,
  principalsOf,
  statementsOf,
  touchesResource,
  type LocatedStatement,
} from './policy-document.ts';
import { sparesOnlyFixed } from './public-condition.ts';
import { isPublic } from './public-policy.ts';
import { covers, overlaps } from './wildcard.ts';

/** The policy's Denys that together take back all that an Allow gives, of those that hit whom it is given; `null` where something is left. */
export function takenBackBy(
  policy: PolicyDocument,
  resources: S3Resources,
  granted: PolicyStatement,
  hits: (deny: PolicyStatement) => boolean = hitsPublic,
): NonEmpty<LocatedStatement> | null {
  const denies = statementsOf(policy).filter(({ statement }) => statement.Effect === 'Deny' && hits(statement));
  if (denies.length === 0) return null;
  const used = new Set<LocatedStatement>();
  for (const { action, resource } of partsOf(granted, resources)) {
    const deny = denies.find(({ statement }) => coversAction(statement, action) && coversResource(statement, resource));
    if (!deny) return null;
    used.add(deny);
  }
  return nonEmpty([...used]);
}

/** Whether a Deny is for all of the public, sparing only fixed values of a key such as `aws:SourceVpce`. */
function hitsPublic(deny: PolicyStatement): boolean {
  return namesPublic(deny) && conditionsOf(deny).every(sparesOnlyFixed);
}

/** Whether a Deny names all of the public: everyone, or everyone but fixed principals. */
export function namesPublic({ Principal, NotPrincipal }: PolicyStatement): boolean {
  return NotPrincipal === undefined ? namesEveryone(Principal) : !principalsOf(NotPrincipal).some(isPublic);
}

interface Part {
  readonly action: string;
  readonly resource: string;
}

/** What a statement allows, by action and resource; `s3:ListBucket` on objects, which is nothing, left out. */
function partsOf(statement: PolicyStatement, resources: S3Resources): readonly Part[] {
  const actions = statement.NotAction === undefined ? listOf(statement.Action).map(ofS3) : ['s3:*'];
  const parts = (['bucket', 'objects'] as const).flatMap((on) =>
    named(statement, resources[on]).flatMap((resource) => actions.map((action) => ({ on, action, resource }))),
  );
  const real = parts.filter(({ on, action }) => (levelOf(action) ?? on) === on);
  return real.length > 0 ? real : parts;
}

/** The resource as the statement names it, where that is less than the whole. */
function named(statement: PolicyStatement, resource: string): readonly string[] {
  if (statement.NotResource !== undefined) return touchesResource(statement, resource) ? [resource] : [];
  const about = listOf(statement.Resource).filter((each) => overlaps(each, resource));
  return about.some((each) => covers(each, resource)) ? [resource] : about;
}

/** Of all actions, a bucket policy is only about those of S3. */
function ofS3(action: string): string {
  return /^[*?]+$/.test(action) ? 's3:*' : action;
}
