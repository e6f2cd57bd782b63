import canonicalize from 'canonicalize';
import { DomainError } from './domain-error.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The one byte form of a JSON value (RFC 8785): what is stored, hashed and signed. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new DomainError('NOT_JSON');
  return encoder.encode(text);
}

export const parseBytes = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes));
