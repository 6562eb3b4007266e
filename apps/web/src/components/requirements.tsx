import { Link } from 'react-router';
import { frameworkPath } from '../lib/compliance-search.ts';
import { graphql, readFragment, type FragmentOf } from '../lib/graphql.ts';
import { groupByFramework, type FrameworkRequirement } from '../lib/requirements.ts';
import classes from './requirements.module.css';

export const RequirementsFragment = graphql(`
  fragment Requirements on Rule {
    requirements {
      key
      number
      title
      framework {
        key
        name
        version
      }
    }
  }
`);

/** The requirements a rule gives evidence for, by framework; what earlier versions of one say is folded away. */
export function Requirements({ rule }: { readonly rule: FragmentOf<typeof RequirementsFragment> }) {
  const { requirements } = readFragment(RequirementsFragment, rule);
  if (requirements.length === 0) return <p className={classes['dim']}>It belongs to no framework.</p>;
  return (
    <div className={classes['frameworks']}>
      {groupByFramework(requirements).map(({ name, newest, earlier }) => (
        <div key={name}>
          <div className={classes['name']}>
            {name} {!name.includes(newest.version) && <span className={classes['dim']}>{newest.version}</span>}
          </div>
          <RequirementList requirements={newest.requirements} />
          {earlier.length > 0 && (
            <details className={classes['earlier']}>
              <summary>In earlier versions</summary>
              {earlier.map(({ version, requirements: members }) => (
                <div key={version}>
                  <div className={classes['dim']}>{version}</div>
                  <RequirementList requirements={members} />
                </div>
              ))}
            </details>
          )}
        </div>
      ))}
    </div>
  );
}

function RequirementList({ requirements }: { readonly requirements: readonly FrameworkRequirement[] }) {
  return (
    <ul className={classes['list']}>
      {requirements.map(({ number, title, framework }) => (
        <li key={number}>
          <Link className="mono" to={frameworkPath(framework.key, { text: number })}>
            {number}
          </Link>
          <span>{title}</span>
        </li>
      ))}
    </ul>
  );
}
