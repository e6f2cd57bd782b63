import { expect, it } from '@jest/globals';
import { eventData } from '../conformance/index.ts';
import { idOver } from './event-id.ts';

const event = { ...eventData('a'), id: '6d0f1c5e-7a0b-4c58-9d3e-2b8f5a6c7d10' };

it('is its own reverse', () => {
  const kept = idOver(event);
  expect(kept).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(kept).not.toBe(event.id);
  expect(idOver({ ...event, id: kept })).toBe(event.id);
});

it('differs by id, type, data, metadata, and by what is of which', () => {
  const data = Buffer.from('ab');
  const ids = [
    event,
    { ...event, id: event.id.replace('6d', '6e') },
    { ...event, type: 'Other' },
    { ...event, data },
    { ...event, metadata: data },
    { ...event, data: Buffer.from('a'), metadata: Buffer.from('b') },
    { ...event, data, metadata: Buffer.alloc(0) },
  ].map(idOver);
  expect(new Set(ids).size).toBe(ids.length);
});
