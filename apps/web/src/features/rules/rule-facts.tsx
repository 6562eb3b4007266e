import { Section } from '../../components/page.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './rules.module.css';

export const RuleFactsFragment = graphql(`
  fragment RuleFacts on Rule {
    resourceTypes
    requiredPermissions
    severityChanges {
      severity
      because
    }
    parameters {
      name
      description
      value
      defaultValue
    }
    references {
      title
      url
    }
  }
`);

/** What a rule needs and can be set to. */
export function RuleFacts({ rule }: { readonly rule: FragmentOf<typeof RuleFactsFragment> }) {
  const { resourceTypes, requiredPermissions, severityChanges, parameters, references } = readFragment(
    RuleFactsFragment,
    rule,
  );
  return (
    <>
      <Section title="Looks at">
        <ul className={classes['list']}>
          {resourceTypes.map((type) => (
            <li key={type} className="mono">
              {type}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Permissions it needs">
        <ul className={classes['list']}>
          {requiredPermissions.map((permission) => (
            <li key={permission} className="mono">
              {permission}
            </li>
          ))}
        </ul>
      </Section>
      {severityChanges.length > 0 && (
        <Section title="When the severity is another">
          <ul className={classes['list']}>
            {severityChanges.map(({ severity, because }) => (
              <li key={because}>
                <SeverityMark severity={severity} />
                <div className={classes['dim']}>For example: {because}</div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {parameters.length > 0 && (
        <Section title="Parameters">
          <ul className={classes['list']}>
            {parameters.map(({ name, description, value, defaultValue }) => (
              <li key={name}>
                <span className="mono">
                  {name} = {JSON.stringify(value)}
                </span>
                <div className={classes['dim']}>
                  {description}
                  {JSON.stringify(value) !== JSON.stringify(defaultValue) &&
                    ` Shipped as ${JSON.stringify(defaultValue)}.`}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {references.length > 0 && (
        <Section title="Further reading">
          <ul className={classes['list']}>
            {references.map(({ title, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
