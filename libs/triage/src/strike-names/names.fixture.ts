import type { Actor } from '@minh-bach/kernel';
import { ask, askedBy, type TestService } from '@minh-bach/platform/specs';
import { correction, striking } from '../commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';

/** People for what they did on 2 November 2026, and units. */
export const about = (people: readonly string[], units: readonly string[] = []) => ({
  units: [...units],
  people: people.map((id) => ({ person: id, on: '2026-11-02' })),
});

/** What is done with the names of a petition, and seen of it afterwards. */
export const namesIn = (triage: () => TestService) => ({
  async correct(number: string, actor: Actor, names: ReturnType<typeof about>): Promise<void> {
    const body = { respondentUnit: null, respondents: names, reason: 'Đọc kỹ lại' };
    await ask(triage().service, correction, number, body, askedBy(actor));
    await triage().caughtUp();
  },
  async strike(number: string, actor: Actor): Promise<void> {
    await ask(triage().service, striking, number, { reason: 'Ghi nhầm' }, askedBy(actor));
    await triage().caughtUp();
  },
  page: (number: string, actor: Actor) =>
    new TriagePageHandler(triage().service).execute(new TriagePageQuery(number, actor)),
});
