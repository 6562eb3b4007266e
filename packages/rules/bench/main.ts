import { evaluations } from './figures/evaluations.ts';
import { growth } from './figures/growth.ts';
import { sizes } from './figures/sizes.ts';
import { start } from './figures/start.ts';
import { stream } from './figures/stream.ts';
import { threads } from './figures/threads.ts';
import { tools } from './figures/tools.ts';
import { record } from './record.ts';

await record([...sizes, ...evaluations, growth, ...start, ...stream, threads, ...tools], process.argv.slice(2));
