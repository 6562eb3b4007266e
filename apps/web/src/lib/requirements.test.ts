import { expect, test } from 'vitest';
import { groupByFramework } from './requirements.ts';

const requirement = (name: string, version: string, number: string) => ({
  number,
  title: `${name} ${number}`,
  framework: { key: `${name}@${version}`, name, version },
});

test('the newest version stands apart from the earlier ones', () => {
  const groups = groupByFramework([
    requirement('CIS', '5.0.0', '5.3'),
    requirement('CIS', '10.0.0', '6.3'),
    requirement('CIS', '1.4.0', '5.2'),
    requirement('CIS', '10.0.0', '6.4'),
    requirement('FSBP', '1.0.0', 'S3.8'),
  ]);
  expect(groups.map(({ name }) => name)).toEqual(['CIS', 'FSBP']);
  expect(groups[0]?.newest).toMatchObject({ version: '10.0.0', requirements: [{ number: '6.3' }, { number: '6.4' }] });
  expect(groups[0]?.earlier.map(({ version }) => version)).toEqual(['5.0.0', '1.4.0']);
  expect(groups[1]?.earlier).toEqual([]);
});
