export { accountLines } from './account/account.ts';
export { bucket } from './account/buckets.ts';
export { ACCOUNT } from './account/names.ts';
export { atLeast, atMost, type Benchmark } from './figure.ts';
export { record } from './record.ts';
