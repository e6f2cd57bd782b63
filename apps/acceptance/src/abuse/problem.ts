import { expect } from '@jest/globals';
import type { Answered } from '../person.ts';

interface Told {
  readonly title: string;
  readonly detail: string;
}
export interface Problem extends Told {
  readonly code: string;
  readonly status: number;
  readonly vi: Told;
  readonly en: Told;
}

const told = { title: expect.stringMatching(/\S/), detail: expect.stringMatching(/\S/) };

/** A clear answer in both languages; whose codes may be several, separated by `|`. */
export function expectProblem(answer: Answered<unknown>, codes?: string): void {
  const { status, headers, body } = answer;
  expect(body).toMatchObject({
    type: expect.stringMatching(/^urn:minh-bach:problem:/),
    status,
    instance: expect.stringMatching(/^urn:uuid:/),
    code: expect.stringMatching(codes === undefined ? /^[A-Z_]+$/ : new RegExp(`^(${codes})$`)),
    vi: told,
    en: told,
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
}

/** Everything that whoever asks can see of an answer, without what differs in every answer. */
export const visible = ({ status, headers, body }: Answered<unknown>): string =>
  JSON.stringify([
    status,
    [...headers]
      .filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name))
      .map(([name, value]) => [name, value]),
    body,
  ]).replace(/urn:uuid:[0-9a-f-]{36}/g, 'urn:uuid');
