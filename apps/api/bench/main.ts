import { record } from '@plumbline/rules/bench';
import { store } from './figures/store.ts';

await record(store, process.argv.slice(2));
