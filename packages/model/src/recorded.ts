/**
 * An SDK's answer as it is recorded: plain JSON. Dates are ISO 8601 strings, bytes are base64 strings, `$metadata` is gone.
 */
export type Recorded<T> = T extends Date | Uint8Array
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Recorded<Item>[]
    : T extends object
      ? { readonly [Key in keyof T as Key extends '$metadata' ? never : Key]: Recorded<T[Key]> }
      : T;

/** Replaces fields of a recorded answer, for example a policy document that is recorded parsed. */
export type With<T, Fields> = Omit<T, keyof Fields> & Fields;
