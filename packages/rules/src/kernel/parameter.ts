/** A knob of a rule. */
export interface Parameter<Value = unknown> {
  readonly description: string;
  /** JSON Schema of the value. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: Value;
}

export type Parameters = Readonly<Record<string, Parameter>>;

export type ParameterValues<Declared> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Parameter<infer Value> ? Value : never;
};

export function days(description: string, byDefault: number): Parameter<number> {
  return { description, schema: { type: 'integer', minimum: 1, maximum: 3650 }, default: byDefault };
}

export function portList(description: string, byDefault: readonly number[]): Parameter<readonly number[]> {
  return {
    description,
    schema: { type: 'array', items: { type: 'integer', minimum: 0, maximum: 65_535 }, minItems: 1, uniqueItems: true },
    default: byDefault,
  };
}

/** AWS accounts by number, or by the canonical id that S3 knows them by. */
export function accountList(description: string, byDefault: readonly string[]): Parameter<readonly string[]> {
  const items = { type: 'string', pattern: String.raw`^(\d{12}|[0-9a-f]{64})$` };
  return { description, schema: { type: 'array', items, uniqueItems: true }, default: byDefault };
}
