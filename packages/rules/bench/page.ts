import type { Figure } from './figure.ts';

/** The page that is made of `docs/benchmarks.json`. */
export function page(figures: readonly Figure[]): string {
  const missed = figures.filter(({ met }) => met === false);
  const machines = [...new Set(figures.map(({ machine }) => machine))];
  return `# Benchmarks

Made by \`npm run bench\`, which measures on the machine it runs on and writes \`benchmarks.json\` and this page. \`npm run bench -- memory\`
measures only the figures whose names begin so. Each is of one core; run them on a machine that does nothing else.

Measured on: ${machines.join('; ')}.

| figure | value | goal | |
| --- | ---: | ---: | --- |
${figures.map(row).join('\n')}

${missed.length === 0 ? 'Every goal is met.' : `Missed: ${missed.map(({ name }) => name).join(', ')}.`}

## How each is measured

${figures.map(({ name, note }) => `- **${name}**: ${note}`).join('\n')}
`;
}

function row({ name, value, unit, goal, met }: Figure): string {
  const told = met === null ? '' : met ? 'met' : '**missed**';
  return `| ${name} | ${value.toLocaleString('en', { maximumFractionDigits: 3 })} ${unit} | ${goal ?? ''} | ${told} |`;
}
