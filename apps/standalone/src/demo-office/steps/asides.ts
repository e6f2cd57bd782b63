import {
  addPetitionNote,
  askGuidance,
  callDenunciation,
  confirmCorrection,
  correctRespondents,
  discloseIdentity,
  giveGuidance,
  mergePetition,
  proposeReceiptDate,
  reportDelay,
  strikeNames,
  unmergePetition,
  urgeLowerUnit,
} from '@minh-bach/contracts';
import { drawn } from '../drawn.ts';
import type { Aside, MatterEntry } from '../matter-entry.ts';
import { staffOf } from '../staff.ts';
import { verifierOf } from './case-steps.ts';
import { step, type Step } from './step.ts';

/** A step beside the course; its `wait` counts from the registration. */
export function asideOf(entry: MatterEntry, aside: Aside, place: number): Step {
  const { classifier, desk, superior, sign } = staffOf(entry);
  const name = `aside-${place}`;
  const wait = aside.after;
  const letter = (kind: string) => `${drawn(`${entry.id} ${name}`, 900) + 40}/${kind}`;
  switch (aside.what) {
    case 'note':
      return step(addPetitionNote, {
        ...{ name, wait, by: classifier },
        body: () => ({ text: aside.text }),
      });
    case 'urge':
      return step(urgeLowerUnit, {
        ...{ name, wait, by: superior },
        body: ({ today }) => ({
          ground: 'overdue' as const,
          letter: letter(superior === 'an' ? 'CHQ-TTKT' : 'KVMH-TTKT'),
          letterOn: today,
          request: aside.request,
        }),
      });
    case 'report':
      return step(reportDelay, {
        ...{ name, wait, by: classifier },
        body: () => ({ letter: letter(`BC-${sign}`), report: aside.text }),
      });
    case 'open-identity':
      return step(discloseIdentity, {
        ...{ name, wait, by: desk },
        body: () => ({ purpose: 'contact-sender' as const }),
      });
    case 'call-denunciation':
      return step(callDenunciation, {
        ...{ name, wait, by: aside.by },
        body: () => ({ reason: aside.reason }),
        heard: ['intake ProgressNoted'],
      });
    case 'correct':
      return step(correctRespondents, {
        ...{ name, wait, by: classifier },
        body: () => ({ respondentUnit: aside.to, reason: aside.reason }),
      });
    case 'strike':
      return step(strikeNames, {
        ...{ name, wait, by: aside.by },
        body: () => ({ reason: aside.reason }),
      });
    case 'propose-day':
      return step(proposeReceiptDate, {
        ...{ name, wait, by: desk },
        body: ({ before }) => ({
          receivedOn: before(wait + (entry.misdated ?? 0) - aside.later),
          channel: null,
          proof: aside.proof,
          reason: aside.reason,
        }),
      });
    case 'confirm-day':
      return step(confirmCorrection, {
        ...{ name, wait, by: aside.by },
        body: () => ({ note: null }),
        heard: ['triage ReceiptDateNoted'],
      });
    case 'merge':
      return step(mergePetition, {
        ...{ name, wait, by: classifier },
        body: ({ numberOf }) => ({ into: numberOf(aside.into), reason: aside.reason }),
        heard: ['intake ProgressNoted'],
      });
    case 'unmerge':
      return step(unmergePetition, {
        ...{ name, wait, by: classifier },
        body: () => ({ reason: aside.reason }),
        heard: ['intake ProgressNoted'],
      });
    case 'ask-guidance':
      return step(askGuidance, {
        ...{ name, wait, by: verifierOf(entry) },
        body: () => ({ question: aside.question, reason: aside.reason }),
      });
    case 'give-guidance':
      return step(giveGuidance, {
        ...{ name, wait, by: superior },
        body: () => ({ answer: aside.answer, letter: letter('HD') }),
      });
  }
}
