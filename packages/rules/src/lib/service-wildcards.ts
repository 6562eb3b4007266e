import type { PolicyStatement } from '@plumbline/model';
import { spend } from '../kernel/effort.ts';
import { verdictOf } from './condition-verdict.ts';
import {
  actionsMatching,
  actionsOf,
  isEverything,
  levelsOf,
  SERVICES,
  shareOf,
  type IamAction,
} from './iam-actions.ts';
import { oncePer } from './once-per.ts';
import { mayBeOfService, type Permissions } from './permissions.ts';
import {
  canBeOf,
  coversAction,
  coversResource,
  listOf,
  touchesResource,
  type LocatedStatement,
} from './policy-document.ts';

export interface ServiceWildcard<T> {
  /** The statement that allows it. */
  readonly by: T;
  /** The services all of whose actions it allows. */
  readonly services: readonly string[];
  /** Whether it does so on every resource. */
  readonly everywhere: boolean;
}

/**
 * The statements that allow every action of a service: by one pattern, by several together, or by `NotAction`. A Deny or a
 * permissions boundary takes a service out where it takes back a whole access level of it: all that writes, all that manages
 * permissions. Otherwise what AWS adds to the service tomorrow is still allowed.
 */
export function serviceWildcards<T extends LocatedStatement>({
  statements,
  boundary,
  known,
}: Permissions<T>): readonly ServiceWildcard<T>[] {
  const denies = [...statements, ...(boundary ?? [])]
    .map(({ statement }) => statement)
    .filter((statement) => statement.Effect === 'Deny' && verdictOf(statement, known) === 'met');
  const limits = boundary?.map(({ statement }) => statement).filter(({ Effect }) => Effect === 'Allow');
  return statements.flatMap((by) => {
    const { statement } = by;
    if (statement.Effect !== 'Allow') return [];
    const whole = allowedWhole(statement);
    if (whole.length === 0) return [];
    const everywhere = isEverywhere(statement);
    if (denies.length === 0 && !limits) return [{ by, services: whole, everywhere }];
    const taking = denies.filter((deny) => takesAll(deny, statement));
    const leaving = limits?.filter((limit) => shares(limit, statement));
    const services = whole.filter((service) => {
      const ofIt = (each: PolicyStatement) => mayBeOfService(each, service);
      return keepsLevels(service, taking.filter(ofIt), leaving?.filter(ofIt));
    });
    return services.length === 0 ? [] : [{ by, services, everywhere }];
  });
}

/** The services all of whose actions a statement allows by itself. */
const allowedWhole = oncePer((statement: PolicyStatement): readonly string[] => {
  const named = resourceNamer(statement);
  if (statement.NotAction !== undefined)
    return SERVICES.filter((service) => coversAction(statement, `${service}:?*`) && named(service));
  const patterns = listOf(statement.Action).filter((pattern) => /[*?]/.test(pattern));
  if (!mayBeWhole(patterns)) return [];
  const [only] = patterns;
  // `s3:*`, as nearly all are written.
  if (patterns.length === 1 && only !== undefined && /^[\w-]+:\*$/.test(only)) return [only.slice(0, -2).toLowerCase()];
  if (patterns.some(isEverything)) return SERVICES.filter(named);
  const allowed = new Set(patterns.flatMap(actionsMatching));
  const byService = Map.groupBy(allowed, ({ service }) => service);
  const anyService = patterns.some((pattern) => /^[^:]*[*?]/.test(pattern));
  return [...byService].flatMap(([service, actions]) =>
    actions.length === actionsOf(service).length && (!anyService || named(service)) ? service : [],
  );
});

/** Whether the patterns may stand for as many actions of a service as it has: nearly all stand for a few of one. */
function mayBeWhole(patterns: readonly string[]): boolean {
  const left = new Map<string, number>();
  return patterns.some((pattern) => {
    const share = shareOf(pattern);
    if (!share) return true;
    const rest = (left.get(share.service) ?? share.of) - share.matched;
    left.set(share.service, rest);
    return rest <= 0;
  });
}

/** Tells whether a statement names a resource that can be of a service: `*` on a bucket is every action of S3 only. */
function resourceNamer({ Resource, NotResource }: PolicyStatement): (service: string) => boolean {
  const resources = listOf(Resource);
  const isAny = NotResource !== undefined || resources.includes('*');
  return (service) => isAny || resources.some((each) => canBeOf(each, service));
}

/** Whether some action of each access level is left. */
function keepsLevels(
  service: string,
  taking: readonly PolicyStatement[],
  leaving: readonly PolicyStatement[] | undefined,
): boolean {
  if (leaving?.length === 0) return levelsOf(service).size === 0;
  const isLeft = ({ key }: IamAction) => {
    spend(1 + taking.length + (leaving?.length ?? 0));
    return (
      !taking.some((deny) => coversAction(deny, key)) && (!leaving || leaving.some((limit) => coversAction(limit, key)))
    );
  };
  return [...levelsOf(service).values()].every((ofLevel) => ofLevel.some(isLeft));
}

function takesAll(deny: PolicyStatement, { Resource, NotResource }: PolicyStatement): boolean {
  const resources = NotResource === undefined ? listOf(Resource) : ['*'];
  return resources.every((each) => coversResource(deny, each));
}

function shares(limit: PolicyStatement, { Resource, NotResource }: PolicyStatement): boolean {
  return NotResource !== undefined || listOf(Resource).some((each) => touchesResource(limit, each));
}

/** Whether every resource is meant, or every one of a kind: `*`, `arn:aws:s3:::*`, `arn:aws:dynamodb:*:*:table/*`. */
function isEverywhere({ Resource, NotResource }: PolicyStatement): boolean {
  const every = /^(?:\*+|arn:\*|arn:(?:[^:]*:){4}\*+|arn:(?:[^:]*:){3}[^:]+:[\w-]+[/:]\*+)$/;
  return NotResource !== undefined || listOf(Resource).some((each) => every.test(each));
}
