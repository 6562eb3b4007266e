import type { ResourceType } from '@plumbline/model';
import * as builders from '@plumbline/model/testing';
import { subjectOf } from '../../src/kernel/subject.ts';
import { camelCase } from './camel-case.ts';

/**
 * The name of the builder that makes a resource of a type from nothing.
 * @throws where there is none
 */
export function builderOf(type: ResourceType): string {
  const fitting = Object.entries(builders).flatMap(([name, builder]) => (makes(builder, type) ? [name] : []));
  const named = camelCase(subjectOf(type));
  const found = fitting.find((name) => name === named) ?? fitting[0];
  if (found) return found;
  throw new Error(
    `No builder makes a resource of type ${type} from nothing: write one in packages/model/src/testing/aws first.`,
  );
}

function makes(builder: unknown, type: ResourceType): boolean {
  if (typeof builder !== 'function') return false;
  try {
    return (builder as () => { type?: unknown } | undefined)()?.type === type;
  } catch {
    return false; // it asks for something
  }
}
