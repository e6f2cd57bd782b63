/**
 * Arrays in PostgreSQL's own binary form, which `pg` passes on as they are: a batch of bytes is
 * neither written as text nor read from it. Shape: dimensions, has nulls, element type, then length
 * and lower bound of the one dimension, then each element behind its length (-1: null).
 * Source: PostgreSQL 18, `array_recv` in src/backend/utils/adt/arrayfuncs.c.
 */
const header = 20;
const type = { bytea: 17, int4: 23, text: 25, uuid: 2950 } as const;

export const byteaArray = (items: readonly Uint8Array[]): Buffer => arrayOf(type.bytea, items);

export const textArray = (items: readonly string[]): Buffer =>
  arrayOf(
    type.text,
    items.map((item) => Buffer.from(item)),
  );

export const uuidArray = (items: readonly string[]): Buffer =>
  arrayOf(
    type.uuid,
    items.map((item) => Buffer.from(item.replaceAll('-', ''), 'hex')),
  );

export function int4Array(items: readonly (number | null)[]): Buffer {
  const nulls = items.includes(null);
  const array = Buffer.allocUnsafe(header + 8 * items.length);
  let at = writeHeader(array, type.int4, items.length, nulls);
  for (const item of items) {
    at = array.writeInt32BE(item === null ? -1 : 4, at);
    if (item !== null) at = array.writeInt32BE(item, at);
  }
  return array.subarray(0, at);
}

function arrayOf(elementType: number, items: readonly Uint8Array[]): Buffer {
  const bytes = items.reduce((sum, item) => sum + 4 + item.byteLength, header);
  const array = Buffer.allocUnsafe(bytes);
  let at = writeHeader(array, elementType, items.length, false);
  for (const item of items) {
    at = array.writeInt32BE(item.byteLength, at);
    array.set(item, at);
    at += item.byteLength;
  }
  return array;
}

function writeHeader(array: Buffer, elementType: number, length: number, nulls: boolean): number {
  let at = array.writeInt32BE(1, 0);
  at = array.writeInt32BE(nulls ? 1 : 0, at);
  at = array.writeInt32BE(elementType, at);
  at = array.writeInt32BE(length, at);
  return array.writeInt32BE(1, at);
}
