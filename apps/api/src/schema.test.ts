import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { makeSchema } from './schema.ts';

test('schema.graphql is what the code makes (npm run generate -w @plumbline/api)', async () => {
  const printed = `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`;
  expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(printed);
});

test('every type, field, argument and value has a description', async () => {
  const schema = await makeSchema();
  const without: string[] = [];
  const look = (name: string, { description }: { readonly description?: string | null | undefined }) => {
    if (!description) without.push(name);
  };
  for (const type of Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))) {
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        if ('args' in field) for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
      }
  }
  expect(without).toEqual([]);
});
