import jsonPatch, { type Operation } from 'fast-json-patch';

/** What leads from one value to another (RFC 6902). Of lists it compares place with place, so that long ones take no longer than they are. */
export function patchBetween(before: object, after: object): readonly Operation[] {
  return jsonPatch.compare(before, after);
}
