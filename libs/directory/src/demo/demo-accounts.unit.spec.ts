import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { demoAccounts } from './record-demo.ts';

it('The accounts that docker-compose.yml gives the gateway are those of the demo people', () => {
  const file = new URL('../../../../infra/demo/accounts.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(demoAccounts);
});
