import type { PetitionKind, Proposal } from '@minh-bach/contracts';
import type { ServiceRuntime, Unit } from '@minh-bach/platform';
import { findJurisdiction, packVersion, proposeTriage, triageOutcomes } from '@minh-bach/rules';
import type { LoadedPetition } from '../petition-stream.ts';

type Asked = Pick<ServiceRuntime, 'organisation'>;

type Level = 'chi_cuc' | 'cuc' | 'tong_cuc';

/** Not known before a person has confirmed it. */
const CONDITIONS_ASSUMED = {
  vi: 'Đề xuất này giả định đơn đủ điều kiện thụ lý (Luật Khiếu nại Đ.8, 9, 11); người quyết định phải xác nhận.',
  en: 'This proposal assumes that the conditions of acceptance are met (Law on Complaints Art. 8, 9, 11); who decides must confirm it.',
};

/**
 * What the engine proposes for a petition from the facts that reception and classification confirmed.
 *
 * @param instance of the complaint: the second goes one level above the first (Luật Khiếu nại Đ.7)
 */
export async function propose(
  service: Asked,
  { taken, state }: Pick<LoadedPetition, 'taken' | 'state'>,
  instance: 1 | 2 = 1,
): Promise<Proposal> {
  const { data } = taken.event;
  const line = await lineAbove(service, data.unit);
  const own = line[0];
  const jurisdiction = await competent(service, {
    kind: state.kind,
    date: state.receivedOn,
    instance,
    respondent: state.respondentUnit,
  });
  const competence = await competenceOf(service, data.unit, jurisdiction?.unit?.id);
  const proposal = proposeTriage({
    date: state.receivedOn,
    ...(own ? { receiver: own.level as Level } : {}),
    contents: [state.kind],
    form: state.channel === 'in_person' ? 'in_person' : 'written',
    sender: {
      kind: data.senderKind,
      named: data.named,
      identifiable: data.named,
      othersName: false,
      signed: data.signed,
    },
    language: data.language,
    legible: data.legible,
    concrete: true,
    ...(competence ? { competence } : {}),
    conditionsMet: true,
  });
  return {
    rule: proposal.rule,
    outcomes: proposal.outcomes.map((code) => ({
      code,
      name: triageOutcomes.get(code) ?? { vi: code, en: code },
    })),
    law: proposal.source,
    reason: proposal.reason,
    warnings: [
      ...(proposal.outcomes.includes('accept') ? [CONDITIONS_ASSUMED] : []),
      ...proposal.warnings.map(({ vi, en }) => ({ vi, en })),
    ],
    jurisdiction,
    packVersion,
  };
}

/** Who must resolve it: by law the first complaint goes to the maker of the decision. */
async function competent(
  service: Asked,
  {
    kind,
    date,
    instance,
    respondent,
  }: { kind: PetitionKind; date: string; instance: 1 | 2; respondent: string | null },
): Promise<Proposal['jurisdiction']> {
  if (respondent === null) return null;
  const line = await lineAbove(service, respondent);
  const target = line[0];
  if (!target) return null;
  const found = findJurisdiction({
    date,
    kind,
    instance,
    target: { level: target.level as Level, post: 'body' },
  });
  const unit = line.find(({ level }) => level === found.level);
  return {
    level: found.level,
    title: found.title,
    law: found.source,
    unit: unit ? { id: unit.id, name: unit.name } : null,
  };
}

async function competenceOf(service: Asked, own: string, competentUnit: string | undefined) {
  if (competentUnit === undefined) return undefined;
  if (competentUnit === own) return 'own' as const;
  const above = await service.organisation.unitsAbove(competentUnit);
  return above.includes(own) ? ('lower' as const) : ('elsewhere' as const);
}

/** A unit and those above it, nearest first. */
async function lineAbove(service: Asked, unit: string): Promise<Unit[]> {
  const units = new Map((await service.organisation.units()).map((u) => [u.id, u]));
  const line = [unit, ...(await service.organisation.unitsAbove(unit))];
  return line.flatMap((id) => units.get(id) ?? []);
}
