import path from 'node:path';
import { writeRegistry } from './registry.ts';

writeRegistry(path.resolve(import.meta.dirname, '../src'));
