import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { makeSchema } from './schema.ts';

const [file = 'schema.graphql'] = process.argv.slice(2);
writeFileSync(file, `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`);
