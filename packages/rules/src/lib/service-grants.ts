import type { PolicyStatement } from '@plumbline/model';
import { conditionsOf, EQUALITY_OPERATORS, isFixed, requiresKey, type Condition } from './condition.ts';
import { isEveryone, listOf, principalsOf } from './policy-document.ts';
import { isOfOneAccount, isOfOneOrganization, keepsPublicOut, spared } from './public-condition.ts';

/** The services of AWS that a statement names: `cloudtrail.amazonaws.com`. */
export function servicesOf({ Principal }: PolicyStatement): readonly string[] {
  return Principal === undefined || typeof Principal === 'string' ? [] : listOf(Principal['Service']);
}

/** Whether a condition of an Allow says for which account, resource or organization a service may come. */
export function saysForWhom(condition: Condition): boolean {
  const { key, operator, values } = condition;
  if (!requiresKey(condition) || EQUALITY_OPERATORS[operator] === undefined || values.length === 0) return false;
  if (key === 'aws:sourcearn') return values.every((each) => isFixed(each, operator) || isOfOneAccount(each));
  if (key === 'aws:sourceorgpaths') return values.every(isOfOneOrganization);
  return (key === 'aws:sourceaccount' || key === 'aws:sourceorgid') && values.every((each) => isFixed(each, operator));
}

/**
 * Whether a Deny refuses a service that comes for others: "all services of AWS but for our organization". That it leaves out requests
 * without such a key is what AWS itself advises, as services that do not send one could not be used otherwise.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function tiesService(deny: PolicyStatement, service: string): boolean {
  const named = principalsOf(deny.Principal).some((each) => isEveryone(each) || each.name === service);
  const conditions = conditionsOf(deny);
  const ties = conditions.filter(isTie);
  return named && ties.length > 0 && conditions.every((each) => ties.includes(each) || holdsForServices(each));
}

function isTie(condition: Condition): boolean {
  const those = spared(condition);
  return those !== null && saysForWhom(those);
}

function holdsForServices(condition: Condition): boolean {
  const { key, operator, values } = condition;
  if (key === 'aws:principalisawsservice') return keepsPublicOut({ ...condition, ifExists: false });
  return operator === 'Null' && key.startsWith('aws:source') && values.every((each) => each.toLowerCase() === 'false');
}

/**
 * Whether a statement lets load balancers write logs of one account only: they put them below the number of their account, and refuse
 * a prefix that would pretend another.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function isOwnLogs({ Resource }: PolicyStatement, service: string): boolean {
  const resources = listOf(Resource);
  return (
    service === 'logdelivery.elasticloadbalancing.amazonaws.com' &&
    resources.length > 0 &&
    resources.every((each) => /\/AWSLogs\/\d{12}\//.test(each))
  );
}
