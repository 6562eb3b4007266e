import { graphql, readFragment, type FragmentOf } from '../lib/graphql.ts';
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

/** The requirements a rule gives evidence for, by framework. */
export function Requirements({ rule }: { readonly rule: FragmentOf<typeof RequirementsFragment> }) {
  const { requirements } = readFragment(RequirementsFragment, rule);
  if (requirements.length === 0) return <p className={classes['none']}>It belongs to no framework.</p>;
  const byFramework = Map.groupBy(requirements, ({ framework }) => `${framework.name} ${framework.version}`);
  return (
    <dl className={classes['requirements']}>
      {[...byFramework].map(([framework, members]) => (
        <div key={framework} style={{ display: 'contents' }}>
          <dt>{framework}</dt>
          <dd>
            <ul>
              {members.map(({ key, number, title }) => (
                <li key={key}>
                  <span className="mono">{number}</span> {title}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
