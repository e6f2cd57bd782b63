import {
  acceptPetition,
  classifyPetition,
  confirmDecision,
  declineDecision,
  settlePetition,
} from '@minh-bach/contracts';
import { drawn } from '../drawn.ts';
import type { MatterEntry, Outcome } from '../matter-entry.ts';
import { staffOf } from '../staff.ts';
import { step, type Step } from './step.ts';

/** Some working days, so that not everything takes equally long. */
export const about = (of: string, least: number, most: number): number =>
  least + drawn(of, most - least + 1);

/** That a denunciation is of another kind takes two persons, too. */
export function classify(entry: MatterEntry): Step[] {
  const { really, kind, second, id } = entry;
  const heard: Step['heard'] = ['intake ProgressNoted'];
  const isProposed = kind === 'denunciation' && really !== undefined;
  const classifies = step(classifyPetition, {
    by: staffOf(entry).classifier,
    wait: about(`${id} classify`, 1, 2),
    body: () => ({ kind: really?.kind ?? kind, reason: really?.reason ?? null }),
    heard: isProposed ? [] : heard,
  });
  if (!isProposed || !second) return [classifies];
  const body = () => ({ note: AGREED });
  return [
    classifies,
    step(confirmDecision, { name: 'confirm-kind', by: second.by, wait: 1, body, heard }),
  ];
}

const AGREED = 'Đồng ý; đã xem đơn và hồ sơ kèm theo.';
const SECOND_INSTANCE =
  'Khiếu nại lần hai, gửi trong thời hạn; kèm quyết định giải quyết lần đầu và bưu phẩm chứng minh ngày nhận.';
const COMPETENT = 'Đơn thuộc thẩm quyền của đơn vị và đủ điều kiện thụ lý sau khi kiểm tra hồ sơ.';

export function accept(entry: MatterEntry): Step {
  const { unit, instance = 1, late, id } = entry;
  return step(acceptPetition, {
    by: staffOf(entry).classifier,
    wait: about(`${id} accept`, 1, 3) + (late === 'acceptance' ? 9 : 0),
    body: ({ pages }) => ({
      instance,
      competentUnit: unit,
      conditionsMet: true as const,
      reason: reasonToAccept(instance, pages.triage?.proposal?.outcomes ?? []),
    }),
    heard: ['intake ProgressNoted', 'investigation CaseReceived'],
  });
}

function reasonToAccept(instance: 1 | 2, proposed: readonly { readonly code: string }[]) {
  if (instance === 2) return SECOND_INSTANCE;
  return proposed.some(({ code }) => code === 'accept') ? null : COMPETENT;
}

/** Of a denunciation one person only proposes it, and the second confirms or declines. */
export function settle(entry: MatterEntry, outcome: Outcome): Step[] {
  const { ends, second, id } = entry;
  if (!ends) throw new Error(`${id} says nothing of how it ends`);
  const { classifier, sign } = staffOf(entry);
  const { reason, to = null, refusedFor = 'other', filedFor = 'other' } = ends;
  const closed = (entry.really?.kind ?? entry.kind) === 'denunciation';
  const notice = `${drawn(`${id} notice`, 380) + 20}/TB-${sign}`;
  const settles = step(settlePetition, {
    by: classifier,
    wait: about(`${id} settle`, 1, 3),
    body: () => ({
      outcome,
      reason,
      competentBody: to,
      ...(outcome === 'not_accepted' ? { refusedFor } : {}),
      ...(outcome === 'filed' ? { filedFor } : {}),
      ...(outcome === 'filed' ? {} : { notice }),
    }),
    heard: closed ? [] : ['intake ProgressNoted'],
  });
  if (!closed || !second) return [settles];
  const { by, declines } = second;
  if (declines !== undefined)
    return [settles, step(declineDecision, { by, wait: 2, body: () => ({ note: declines }) })];
  return [
    settles,
    step(confirmDecision, {
      by,
      wait: 2,
      body: () => ({ note: AGREED }),
      heard: ['intake ProgressNoted'],
    }),
  ];
}
