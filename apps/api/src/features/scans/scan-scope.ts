import { keyOf } from '../../graphql/global-id.ts';
import { UserError } from '../../graphql/user-error.ts';
import type { ScanScope } from '../../store/scan-tables.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { StartScanInput } from './scan.args.ts';

/** `global`, or a region's name as AWS has it: `eu-west-1`, `us-gov-east-1`. */
const REGION = /^(global|[a-z]{2}(-[a-z]+)+-\d{1,2})$/;

/** What a scan is asked to be limited to, and what of that cannot be. */
export function scopeOf(
  { services, regions, rules }: StartScanInput,
  catalogue: RuleCatalogue,
): { readonly scope: ScanScope; readonly errors: readonly UserError[] } {
  const scope = {
    services: services ?? [],
    regions: regions ?? [],
    rules: (rules ?? []).map((rule) => keyOf('rule', rule) ?? rule),
  };
  const known = catalogue.services();
  const errors = [
    ...refused(scope.services, (service) => known.includes(service), {
      path: ['input', 'services'],
      message: (service) => `There is no rule for the service ${service}.`,
      hint: `Services are ${known.join(', ')}.`,
    }),
    ...refused(scope.regions, (region) => REGION.test(region), {
      path: ['input', 'regions'],
      message: (region) => `${region} is not the name of a region.`,
      hint: 'Regions are named as in eu-west-1.',
    }),
    ...refused(scope.rules, (rule) => catalogue.matching([rule]).length > 0, {
      path: ['input', 'rules'],
      message: (rule) => `There is no rule ${rule}.`,
      hint: 'rules { nodes { key } } lists them; * stands for anything.',
    }),
  ];
  return { scope, errors: errors.length > 0 ? errors : nothingLeft(scope, catalogue) };
}

function refused(
  values: readonly string[],
  isGood: (value: string) => boolean,
  { path, message, hint }: { path: readonly string[]; message: (value: string) => string; hint: string },
): readonly UserError[] {
  return values.filter((value) => !isGood(value)).map((value) => new UserError('INVALID', path, message(value), hint));
}

function nothingLeft({ services, rules }: ScanScope, catalogue: RuleCatalogue): readonly UserError[] {
  if (services.length === 0 || rules.length === 0) return [];
  if (catalogue.matching(rules).some((key) => services.includes(catalogue.get(key).service))) return [];
  return [new UserError('INVALID', ['input', 'rules'], `None of these rules is for ${services.join(', ')}.`)];
}
