import * as fc from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql';
import { anything, oddNumber, oddText } from './odd-values.ts';

/** Makes values for arguments: mostly of the right type, often odd, sometimes nothing like it. */
export class Values {
  readonly #known: fc.Arbitrary<string>;

  /** @param known texts that mean something to the server that is asked: ids, names, cursors */
  constructor(known: readonly string[]) {
    this.#known = fc.constantFrom(...known);
  }

  /** `undefined`: left out. */
  of(type: GraphQLInputType): fc.Arbitrary<unknown> {
    const fitting = this.#fitting(type);
    const leftOut = fc.constantFrom(undefined, null);
    return fc.oneof(
      { arbitrary: fitting, weight: 9 },
      { arbitrary: leftOut, weight: 5 },
      { arbitrary: anything, weight: 1 },
    );
  }

  #fitting(type: GraphQLInputType): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return this.#fitting(type.ofType);
    if (isListType(type)) return this.#list(this.#fitting(type.ofType));
    return this.#named(type);
  }

  #list(item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const long = item.map((value) => Array.from({ length: 3000 }, () => value));
    return fc.oneof(
      { arbitrary: fc.array(item, { maxLength: 4 }), weight: 10 },
      { arbitrary: item, weight: 1 },
      { arbitrary: long, weight: 1 },
    );
  }

  #named(type: GraphQLNamedInputType): fc.Arbitrary<unknown> {
    if (isInputObjectType(type)) return this.#object(Object.values(type.getFields()));
    if (isEnumType(type)) {
      const names = fc.constantFrom(...type.getValues().map(({ name }) => name));
      return fc.oneof({ arbitrary: names, weight: 9 }, { arbitrary: oddText, weight: 1 });
    }
    switch (type.name) {
      case 'Boolean':
        return fc.boolean();
      case 'Int':
      case 'Float':
        return fc.oneof({ arbitrary: fc.integer({ min: 0, max: 5 }), weight: 3 }, { arbitrary: oddNumber, weight: 2 });
      case 'DateTime':
        return fc.oneof(
          fc.date().map(String),
          oddText,
          fc.integer({ min: 0, max: 9999 }).map((year) => `${year}-06-01T00:00:00Z`),
        );
      case 'JSON':
        return anything;
      default:
        return fc.oneof({ arbitrary: this.#known, weight: 3 }, { arbitrary: oddText, weight: 2 });
    }
  }

  #object(fields: readonly GraphQLInputField[]): fc.Arbitrary<unknown> {
    // Laziness ends the recursion of types that hold themselves.
    return fc.subarray([...fields]).chain((some) => {
      const required = fields.filter((field) => isNonNullType(field.type) && !some.includes(field));
      return fc.record(Object.fromEntries([...some, ...required].map(({ name, type }) => [name, this.#fitting(type)])));
    });
  }
}
