import { openCaseFile, refusalsOf } from '@minh-bach/contracts';
import { readAttachment } from '@minh-bach/files';
import type { RecordedEvent } from '@minh-bach/kernel';
import { openingCase, ownerOf, refuseKept, type Asked } from '@minh-bach/platform';
import { fieldsAt } from '@minh-bach/vault';
import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { judgingUnit, matterOf } from '../commands/judging-unit.ts';
import { load, loadToWork, type Found } from '../commands/work.ts';
import type { CaseEvent } from '../domain/case.events.ts';
import { refuseOthers } from '../domain/refusals.ts';
import { fileOpeningDecider } from './opening.decider.ts';

const refuse = refusalsOf(openCaseFile);

/** As long as a lost answer may be asked for again: what opens later is on the record anew. */
const REPEATED_WITHIN_MS = 5 * 60_000;

/** For the assignee, and the heads who assign the case or judge its draft. @throws DomainError `NOT_FOUND`, `NOT_THE_ASSIGNEE` */
async function loadToOpen(asked: Omit<Asked, 'body'>): Promise<Found> {
  const { service, context } = asked;
  const { actor } = context;
  const found = await load(asked);
  const judges =
    actor.role === 'head' && (await judgingUnit(service, found.state))?.id === actor.unit;
  if (!judges) await loadToWork(asked);
  await refuseKept(service, matterOf(found.state), actor);
  if (actor.role !== 'head') refuseOthers(found.state, actor, refuse);
  return found;
}

type Recorded = RecordedEvent<
  Extract<CaseEvent, { type: 'ExplanationRecorded' | 'EvidenceRecorded' }>
>;

const isRecorded = (one: RecordedEvent<CaseEvent>): one is Recorded =>
  one.event.type === 'ExplanationRecorded' || one.event.type === 'EvidenceRecorded';

/** First the event that says so, then the file. */
export const caseFileOpening = openingCase(
  openCaseFile,
  'application/octet-stream',
  async (asked) => {
    const { service, body, context } = asked;
    const { infrastructure, clock } = service;
    const { item, file: place, original } = body;
    const { events, state } = await loadToOpen(asked);
    const recorded = events.filter(isRecorded)[item - 1];
    const file = recorded?.event.data.files?.[place - 1];
    if (!recorded || !file) throw refuse('NOTHING_TO_DISCLOSE');
    const { case: number, petitions } = state.case;
    const owner = ownerOf(`investigation.case-${number}`);
    const [opened] = await infrastructure.disclosures.disclose({
      actor: context.actor,
      purpose: 'read-case-file',
      matter: owner,
      fields: fieldsAt({ owner, eventId: recorded.id, data: recorded.event.data }, [
        `/files/${place - 1}/key`,
      ]),
      append: async () => {
        const { ifMatch: _, ...asOpening } = context;
        const outcome = await service.run({
          decider: fileOpeningDecider,
          stream: `investigation.openings-${number}`,
          command: {
            type: 'CaseFileOpened',
            data: { case: number, petitions, item, file: place, folio: file.folio, original },
          },
          context: asOpening,
        });
        // What was recorded long ago lets nothing open today.
        const isOld = ({ metadata }: RecordedEvent) =>
          clock.now().getTime() - Date.parse(metadata.recordedAt) > REPEATED_WITHIN_MS;
        if (outcome.events.some(isOld)) throw refuse('DISCLOSURE_TOO_OLD');
        // They may have been named, or the case given to somebody else, meanwhile.
        await loadToOpen(asked);
      },
    });
    const key = opened?.state === 'open' ? opened.value : null;
    if (typeof key !== 'string') throw refuse('FILE_ERASED');
    const { id, type, size } = file;
    const { files, uploads } = infrastructure;
    if (original) {
      const content = Readable.from(readAttachment(files, { id, key }));
      return new StreamableFile(content, { type, length: size, disposition: 'attachment' });
    }
    const copy = await uploads.workingCopy({ id, key, type, size }, context.actor);
    return new StreamableFile(copy, { type, length: copy.length, disposition: 'attachment' });
  },
);
