/** Writes the types that gql.tada infers documents with. Its own command needs the JavaScript API that TypeScript 7 has not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const sdl = readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8');
const introspection = introspectionFromSchema(buildSchema(sdl), { descriptions: false });
const output = new URL('../src/graphql-env.d.ts', import.meta.url);
writeFileSync(
  output,
  outputIntrospectionFile(minifyIntrospection(introspection), { fileType: output.pathname, shouldPreprocess: true }),
);
