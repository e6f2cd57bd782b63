import {
  addPetitionNote,
  callDenunciation,
  correctRespondents,
  discloseIdentity,
  reportDelay,
  strikeNames,
  urgeLowerUnit,
} from '@minh-bach/contracts';
import { drawn } from '../drawn.ts';
import type { Aside, MatterEntry } from '../matter-entry.ts';
import { staffOf } from '../staff.ts';
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
  }
}
