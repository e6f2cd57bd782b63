import { expect, it } from '@jest/globals';
import { readConnectionString } from './connection-string.ts';

it.each([
  ['esdb://127.0.0.1:2113?tls=false', { tls: false, hasPassword: false }],
  ['esdb://mb:s%40fe@db.example:2113', { tls: true, hasPassword: true }],
  ['esdb://mb:x@a:2113,b:2113,c:2113?tlsCAFile=/etc/ca.pem', { tls: true, hasPassword: true }],
  ['esdb+discover://mb:x@cluster/?nodePreference=leader', { tls: true, hasPassword: true }],
])('takes %s', (url, expected) => {
  expect(readConnectionString(url)).toEqual({ url, ...expected });
});

it.each([
  ['http://mb:secret@db:2113', 'must be like'],
  ['esdb://mb:secret@db:2113?tls=false', 'tls=false'],
  ['esdb://mb:secret@db:2113?throwOnAppendFailure=false', 'throwOnAppendFailure'],
  ['esdb://mb:secret@db:2113?tlsVerifyCert=false', 'not known: tlsVerifyCert'],
  ['esdb://mb:secret@db:2113?nodePreference=follower', 'than leader'],
  ['esdb://mb:secret@db:2113?wat=1', 'not known: wat'],
])('refuses %s, and does not repeat it', (url, message) => {
  const refused = () => readConnectionString(url);
  expect(refused).toThrow(message);
  expect(refused).not.toThrow('secret');
});
