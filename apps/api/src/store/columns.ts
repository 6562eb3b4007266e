import type { ColumnType, Generated } from 'kysely';

/** JSON goes in as text and comes out parsed. */
export type Json<T> = ColumnType<T, JsonText<T>, JsonText<T>>;
type JsonText<T> = null extends T ? string | null : string;
export type Created = Generated<Date>;
