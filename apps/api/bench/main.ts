import { record } from '@plumbline/rules/bench';
import { eventLoop } from './figures/event-loop.ts';
import { store } from './figures/store.ts';

await record([...store, eventLoop], process.argv.slice(2));
