import type { HistoryEntry, Service } from '../../src/api/types.ts';
import { author } from './author.ts';
import { due } from './clocks.ts';
import { day } from './days.ts';
import { personRef } from './people.ts';
import { tell, words } from './petition.ts';
import type { Petition } from './petition.ts';

type Body = Record<string, string>;
type Changes = HistoryEntry['changes'];

interface By {
  readonly person: string;
  readonly role: string;
  readonly at: string;
}

const said = (vi: string, en: string, value: string): Changes[number] => ({
  label: words(vi, en),
  value,
});
const sealed = (vi: string, en: string): Changes[number] => ({
  label: words(vi, en),
  value: null,
  closed: 'working',
});

/** Appends an event to a service's part and moves its revision. */
function event(
  petition: Petition,
  service: Exclude<Service, 'directory'>,
  { person, role, at }: By,
  type: string,
  vi: string,
  en: string,
  changes: Changes = [],
  clock?: ReturnType<typeof due>,
): number {
  const part = petition[service];
  if (!part) throw new Error(`no ${service}`);
  part.revision += 1;
  tell(petition, {
    service,
    type,
    revision: part.revision,
    by: author(person, role),
    at,
    summary: words(vi, en),
    changes,
    rules: clock ? [{ ...clock, version: clock.ruleVersion }].map(ruleOf) : [],
  });
  return part.revision;
}

const ruleOf = ({
  rule,
  ruleVersion,
  law,
  legal,
  due: date,
  explanation,
}: ReturnType<typeof due>) => ({
  rule,
  version: ruleVersion,
  law,
  legal,
  due: date,
  explanation,
});

/** What each command does to a matter; the fake checks no rule. */
export const steps: Record<string, (petition: Petition, by: By, body: Body) => void> = {
  classification(petition, by, { kind = '', reason }) {
    const { triage } = petition;
    event(petition, 'triage', by, 'PetitionClassified', 'Phân loại đơn.', 'Petition classified.', [
      said('Loại đơn', 'Kind', kind),
      ...(reason ? [said('Lý do', 'Reason', reason)] : []),
    ]);
    triage.state = 'classified';
    triage.stateText = words('Đã phân loại, chờ quyết định', 'Classified, awaiting a decision');
    triage.kind = kind as typeof triage.kind;
  },
  acceptance(petition, by, { reason }) {
    const { triage, intake } = petition;
    const number = `V${triage.number.slice(1)}`;
    event(
      petition,
      'triage',
      by,
      'PetitionAccepted',
      'Thụ lý để giải quyết.',
      'Accepted for resolution.',
      [said('Vụ việc', 'Case', number), ...(reason ? [said('Lý do', 'Reason', reason)] : [])],
    );
    Object.assign(triage, {
      state: 'accepted',
      stateText: words('Đã thụ lý', 'Accepted for resolution'),
      case: number,
      outcome: 'accepted',
      clocks: [],
      proposal: null,
    });
    intake.case = number;
    petition.investigation = {
      case: number,
      petitions: [triage.number],
      revision: -1,
      kind: triage.kind,
      instance: 1,
      gist: triage.gist,
      unit: triage.unit,
      respondentUnit: intake.respondentUnit,
      receivedOn: triage.receivedOn,
      acceptedOn: by.at.slice(0, 10),
      state: 'received',
      stateText: words('Chờ giao việc', 'Awaiting assignment'),
      assignee: null,
      clocks: [due('KN1.RESOLVE.NORMAL', 19)],
      notes: [],
      explanations: [],
      evidence: [],
      drafts: [],
    };
    event(
      petition,
      'investigation',
      { ...by, person: 'system:investigation', role: 'system' },
      'CaseOpened',
      'Mở vụ việc để xác minh.',
      'Case opened for verification.',
      [],
      due('KN1.RESOLVE.NORMAL', 19),
    );
  },
  settlement(petition, by, { outcome = '', reason = '' }) {
    event(
      petition,
      'triage',
      by,
      'PetitionSettled',
      'Đã xử lý đơn, không mở vụ việc.',
      'Settled without a case.',
      [said('Hướng xử lý', 'Outcome', outcome), said('Lý do', 'Reason', reason)],
    );
    Object.assign(petition.triage, {
      state: 'settled',
      stateText: words('Đã xử lý, không mở vụ việc', 'Settled without a case'),
      outcome,
      clocks: [],
      proposal: null,
    });
  },
  'petition-notes'(petition, by, { text = '' }) {
    event(petition, 'triage', by, 'NoteAdded', 'Thêm ghi chú.', 'Note added.', [
      sealed('Ghi chú', 'Note'),
    ]);
    petition.triage.notes.push({ at: by.at, by: personRef(by.person).name, text });
  },
  notes(petition, by, { text = '' }) {
    event(petition, 'investigation', by, 'NoteAdded', 'Thêm ghi chú.', 'Note added.', [
      sealed('Ghi chú', 'Note'),
    ]);
    petition.investigation?.notes.push({ at: by.at, by: personRef(by.person).name, text });
  },
  assignment(petition, by, { assignee = '' }) {
    const { name } = personRef(assignee);
    event(
      petition,
      'investigation',
      by,
      'CaseAssigned',
      `Giao ${name} xác minh.`,
      `Assigned to ${name}.`,
    );
    Object.assign(petition.investigation ?? {}, {
      state: 'assigned',
      stateText: words('Đang xác minh', 'Under verification'),
      assignee: personRef(assignee),
    });
  },
  explanations(petition, by, { givenBy = '', givenOn = '', text = '' }) {
    event(
      petition,
      'investigation',
      by,
      'ExplanationRecorded',
      'Ghi giải trình.',
      'Explanation recorded.',
      [sealed('Người giải trình', 'Given by')],
    );
    petition.investigation?.explanations.push({ at: by.at, givenBy, givenOn, text });
  },
  evidence(petition, by, { title = '', obtainedOn = '', text = '' }) {
    event(petition, 'investigation', by, 'EvidenceAdded', 'Thêm chứng cứ.', 'Evidence added.', [
      sealed('Chứng cứ', 'Evidence'),
    ]);
    petition.investigation?.evidence.push({ at: by.at, title, obtainedOn, text });
  },
  conclusions(petition, by, { conclusion = '', findings = '', law = '', measures = '' }) {
    const { investigation } = petition;
    if (!investigation) return;
    const version = investigation.drafts.length + 1;
    event(
      petition,
      'investigation',
      by,
      'ConclusionProposed',
      `Trình kết luận, phiên bản ${version}.`,
      `Conclusion submitted, version ${version}.`,
      [said('Kết luận', 'Conclusion', conclusion)],
    );
    investigation.drafts.push({
      version,
      at: by.at,
      by: personRef(by.person),
      conclusion: conclusion as 'upheld',
      findings,
      law,
      measures,
      status: 'proposed',
      returnNote: null,
    });
    Object.assign(investigation, {
      state: 'proposed',
      stateText: words('Chờ phê duyệt', 'Awaiting approval'),
    });
  },
  approval(petition, by) {
    const { investigation, triage } = petition;
    const draft = investigation?.drafts.at(-1);
    if (!investigation || !draft) return;
    event(
      petition,
      'investigation',
      by,
      'ConclusionApproved',
      'Phê duyệt kết luận.',
      'Conclusion approved.',
    );
    draft.status = 'approved';
    Object.assign(investigation, {
      state: 'approved',
      stateText: words('Đã phê duyệt kết luận', 'Conclusion approved'),
    });
    petition.response = {
      case: investigation.case,
      petitions: [triage.number],
      revision: 0,
      unit: investigation.unit,
      conclusion: draft.conclusion,
      concludedOn: by.at.slice(0, 10),
      state: 'requested',
      stateText: words('Chờ ban hành quyết định', 'Decision to be issued'),
      clocks: investigation.clocks,
      decision: null,
      sending: null,
      deliveredOn: null,
    };
    investigation.clocks = [];
  },
  return(petition, by, { note = '' }) {
    const draft = petition.investigation?.drafts.at(-1);
    if (!draft) return;
    event(
      petition,
      'investigation',
      by,
      'ConclusionReturned',
      'Trả lại để hoàn thiện.',
      'Returned for revision.',
      [sealed('Lý do', 'Reason')],
    );
    Object.assign(draft, { status: 'returned', returnNote: note });
    Object.assign(petition.investigation ?? {}, {
      state: 'assigned',
      stateText: words('Đang xác minh', 'Under verification'),
    });
  },
  decision(petition, by, { decisionNumber = '', issuedOn = '', signer = '', text = '' }) {
    const clock = due('KN1.SEND', 3);
    event(
      petition,
      'response',
      by,
      'DecisionIssued',
      `Ban hành Quyết định số ${decisionNumber}.`,
      `Decision ${decisionNumber} issued.`,
      [said('Người ký', 'Signed by', personRef(signer).name)],
      clock,
    );
    Object.assign(petition.response ?? {}, {
      state: 'issued',
      stateText: words('Đã ban hành, chờ gửi', 'Issued, to be sent'),
      decision: { decisionNumber, issuedOn, signer: personRef(signer), text },
      clocks: [clock],
    });
  },
  sending(petition, by, { method = '', sentOn = '' }) {
    event(petition, 'response', by, 'DecisionSent', 'Gửi quyết định.', 'Decision sent.', [
      { label: words('Nơi nhận', 'Addressee'), value: null, closed: 'identity' },
    ]);
    Object.assign(petition.response ?? {}, {
      state: 'sent',
      stateText: words('Đã gửi quyết định', 'Decision sent'),
      sending: { method, sentOn },
      clocks: [],
    });
  },
  delivery(petition, by, { receivedOn = day(0) }) {
    event(
      petition,
      'response',
      by,
      'DecisionDelivered',
      'Người nhận đã nhận quyết định.',
      'Decision received.',
    );
    Object.assign(petition.response ?? {}, {
      state: 'delivered',
      stateText: words('Người nhận đã nhận quyết định', 'Received by the addressee'),
      deliveredOn: receivedOn,
    });
  },
  closure(petition, by) {
    event(petition, 'response', by, 'MatterClosed', 'Kết thúc hồ sơ.', 'File closed.');
    Object.assign(petition.response ?? {}, {
      state: 'closed',
      stateText: words('Đã kết thúc', 'Closed'),
    });
  },
};
