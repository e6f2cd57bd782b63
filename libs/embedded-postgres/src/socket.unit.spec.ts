import { expect, it } from '@jest/globals';
import { socketFolderOf } from './socket.ts';

it('A socket lies in the folder of its cluster', () => {
  expect(socketFolderOf('/data/postgres')).toBe('/data/postgres');
});

it.each([
  ['is longer than a socket’s name may be', `/data/${'x'.repeat(83)}`],
  ['is so in bytes alone', `/data/${'đ'.repeat(42)}`],
  ['would be taken for two', '/data/a,b'],
])('There is none where the name of the folder %s', (_, folder) => {
  expect(socketFolderOf(folder)).toBeUndefined();
});
