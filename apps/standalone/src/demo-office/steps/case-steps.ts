import {
  addCaseNote,
  addressedBy,
  approveConclusion,
  assignCase,
  closeCase,
  confirmPublication,
  discloseIdentity,
  issueDecision,
  preparePublication,
  proposeConclusion,
  recordDelivery,
  recordEvidence,
  recordExplanation,
  returnConclusion,
  sendDecision,
} from '@minh-bach/contracts';
import { drawn, fraction, oneOf } from '../drawn.ts';
import type { MatterEntry } from '../matter-entry.ts';
import { staffOf } from '../staff.ts';
import { papersOf } from '../texts/papers.ts';
import { addresseeOf } from '../texts/senders.ts';
import { step, type Moment, type Step } from './step.ts';
import { about } from './triage-steps.ts';

export const verifierOf = (entry: MatterEntry): string =>
  oneOf(`${entry.id} verifier`, staffOf(entry).verifiers);

export const assign = (entry: MatterEntry): Step =>
  step(assignCase, {
    by: staffOf(entry).head,
    wait: 1,
    body: () => ({ assignee: verifierOf(entry), noConflict: true as const }),
    heard: ['intake ProgressNoted'],
  });

/** So many pages, and no file: what is invented here is not scanned. */
const onPaper = (of: string) => ({ files: [], pages: 1 + drawn(`${of} pages`, 6) });

/** What the other side says, papers, and now and then a note. */
export function verify(entry: MatterEntry): Step[] {
  const by = verifierOf(entry);
  const { id } = entry;
  const { explanation, evidence, note } = papersOf(entry);
  const [first, ...others] = evidence;
  return [
    step(recordExplanation, {
      by,
      wait: about(`${id} explanation`, 2, 4),
      body: ({ today }) => ({ ...explanation, ...onPaper(`${id} explanation`), givenOn: today }),
    }),
    step(recordEvidence, {
      by,
      wait: about(`${id} evidence`, 1, 2),
      body: ({ today }) => ({
        ...first!,
        ...onPaper(`${id} evidence`),
        source: null,
        obtainedOn: today,
      }),
    }),
    ...others.map((paper, i) =>
      step(recordEvidence, {
        name: `record-evidence-${i + 2}`,
        by,
        wait: 1,
        body: ({ before }) => ({
          ...paper,
          ...onPaper(`${id} evidence ${i}`),
          source: null,
          obtainedOn: before(1),
        }),
      }),
    ),
    ...(fraction(`${id} note`) < 0.6
      ? [step(addCaseNote, { by, wait: 0, body: () => ({ text: note }) })]
      : []),
  ];
}

const draftOf = ({ pages }: Moment): number =>
  pages.investigation?.drafts.find(({ status }) => status === 'proposed')?.version ?? 1;

export function propose(entry: MatterEntry): Step[] {
  const { returned = false, late, id } = entry;
  const { draft, shortFindings, returnNote } = papersOf(entry);
  const by = verifierOf(entry);
  const wait = about(`${id} propose`, 2, 4) + (late === 'resolution' ? 22 : 0);
  const heard: Step['heard'] = ['intake ProgressNoted'];
  const again = step(proposeConclusion, { by, wait, body: () => draft, heard });
  if (!returned) return [again];
  return [
    { ...again, name: 'propose-first', body: () => ({ ...draft, findings: shortFindings }) },
    step(returnConclusion, {
      by: staffOf(entry).head,
      wait: 1,
      body: (moment) => ({ version: draftOf(moment), note: returnNote }),
      heard: ['intake ProgressNoted'],
    }),
    { ...again, wait: 2 },
  ];
}

export const approve = (entry: MatterEntry): Step =>
  step(approveConclusion, {
    by: staffOf(entry).head,
    wait: 1,
    body: (moment) => ({ version: draftOf(moment) }),
    heard: ['response ResponseRequested', 'intake ProgressNoted'],
  });

export function issue(entry: MatterEntry): Step {
  const { head, sign } = staffOf(entry);
  const { draft, decision } = papersOf(entry);
  return step(issueDecision, {
    by: head,
    wait: 1,
    body: ({ today, by }) => ({
      decisionNumber: `${drawn(`${entry.id} decision`, 780) + 15}/QĐ-${sign}`,
      issuedOn: today,
      signer: by,
      conclusion: draft.conclusion,
      text: decision,
      forwarder: null,
      hasRelated: false,
      hasConcerned: false,
    }),
    heard: ['investigation DecisionNoted', 'intake ProgressNoted'],
  });
}

/** Now and then the clerk looks up the address; that is on record. */
export function send(entry: MatterEntry): Step[] {
  const { clerk } = staffOf(entry);
  const { late, from, id } = entry;
  const method = oneOf(`${id} method`, WAYS);
  const looksUp = method === 'registered_post' && drawn(`${id} address`, 3) === 0;
  const wait = 1 + (late === 'sending' ? 6 : 0);
  const purpose = 'prepare-decision' as const;
  return [
    ...(looksUp ? [step(discloseIdentity, { by: clerk, wait, body: () => ({ purpose }) })] : []),
    step(sendDecision, {
      by: clerk,
      wait: looksUp ? 0 : wait,
      body: ({ today }) => ({
        method,
        sentOn: today,
        addressee: looksUp ? addresseeOf(from) : null,
        item: method === 'registered_post' ? `EH ${drawn(`${id} item`, 899999) + 100000} VN` : null,
      }),
      heard: ['intake ProgressNoted'],
    }),
    ...sendOthers(entry),
  ];
}

/** As it was classified. */
const kindOf = ({ kind, really }: MatterEntry) => really?.kind ?? kind;

/** Whom the law names beside the sender. */
const sendOthers = (entry: MatterEntry): Step[] =>
  addressedBy({ kind: kindOf(entry), instance: entry.instance ?? 1 })
    .always.filter((to) => to !== 'sender')
    .map((to) =>
      step(sendDecision, {
        name: `send-to-${to}`,
        by: staffOf(entry).clerk,
        wait: 0,
        body: ({ today }) => ({
          to,
          method: 'electronic' as const,
          sentOn: today,
          addressee: null,
          item: null,
        }),
      }),
    );

const WAYS = ['registered_post', 'registered_post', 'in_person'] as const;

export const deliver = (entry: MatterEntry): Step =>
  step(recordDelivery, {
    by: staffOf(entry).clerk,
    wait: about(`${entry.id} delivery`, 2, 4),
    body: ({ before }) => ({ receivedOn: before(1), proof: null }),
    heard: ['intake ProgressNoted'],
  });

/** One prepares the text for everybody, another reads it: within the fifteen days. */
export function publish(entry: MatterEntry): Step[] {
  if (kindOf(entry) !== 'complaint') return [];
  const { clerk, head } = staffOf(entry);
  const text = papersOf(entry).decision;
  return [
    step(preparePublication, { by: clerk, wait: 1, body: () => ({ text }) }),
    step(confirmPublication, {
      by: head,
      wait: about(`${entry.id} publication`, 1, 3),
      body: () => ({ version: 1, way: 'posting' as const }),
      heard: ['intake ProgressNoted'],
    }),
  ];
}

/** Of a complaint: in force, and public for fifteen days; that is over by then. */
export const close = (entry: MatterEntry): Step =>
  step(closeCase, {
    by: staffOf(entry).clerk,
    wait: kindOf(entry) === 'complaint' ? 22 : 1,
    body: () => ({
      because:
        kindOf(entry) !== 'complaint'
          ? null
          : entry.conclusion === 'dismissed'
            ? ('nothing_to_carry_out' as const)
            : ('carried_out' as const),
    }),
    heard: ['intake ProgressNoted'],
  });
