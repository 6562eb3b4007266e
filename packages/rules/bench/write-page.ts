import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from './figure.ts';
import { page } from './page.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const figures = JSON.parse(readFileSync(path.join(docs, 'benchmarks.json'), 'utf8')) as readonly Figure[];
writeFileSync(path.join(docs, 'benchmarks.md'), page(figures));
