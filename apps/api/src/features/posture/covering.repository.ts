import { sql } from 'kysely';

/** Whether the scope of a newer scan, `newer`, has the rule and region of a count, `r`. The same as `scanBounds`. */
export const covers = sql`
  (newer.scope->'services' = '[]' or newer.scope->'services' ? r.service)
  and (newer.scope->'regions' = '[]' or r.region = 'global' or newer.scope->'regions' ? r.region)
  and (newer.scope->'rules' = '[]' or exists (
    select from jsonb_array_elements_text(newer.scope->'rules') pattern
    where r.rule_key like replace(replace(replace(replace(pattern, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '*', '%')
  ))`;
