import type { TestService } from './start-service.ts';

/** As triage writes it: the petition names these people, and no unit. */
export async function namesPeople(
  { service, neighbours }: Pick<TestService, 'service' | 'neighbours'>,
  petition: string,
  who: readonly string[],
  on = '2026-11-02',
): Promise<void> {
  const people = await Promise.all(
    who.map(async (id) => ({ tag: await service.shield.tagOf(id), on })),
  );
  const data = { respondentUnit: null, respondents: { units: [], people }, reason: null };
  await neighbours.writes(`triage.petition-${petition}`, 'RespondentsCorrected', data);
}
