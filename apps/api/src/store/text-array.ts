const TEXT_OID = 25;
const HEADER_BYTES = 20;

/**
 * A `text[]` as PostgreSQL takes it in binary, for bulk writes: as text, every quote in it would have to be escaped here and read again
 * there. To be cast from there to what it is: `unnest(${textArray(ids)}::text[])`.
 */
export function textArray(values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)));
  const size = lengths.reduce((sum, length) => sum + 4 + Math.max(0, length), HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  // One dimension, from 1; then each value with its length, where -1 is null.
  for (const [at, field] of [1, lengths.includes(-1) ? 1 : 0, TEXT_OID, values.length, 1].entries())
    array.writeInt32BE(field, 4 * at);
  let at = HEADER_BYTES;
  for (const [index, value] of values.entries()) {
    at = array.writeInt32BE(lengths[index] ?? -1, at);
    if (value !== null) at += array.write(value, at);
  }
  return array;
}
