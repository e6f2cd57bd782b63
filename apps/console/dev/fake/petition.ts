import type {
  Both,
  CaseMatter,
  HistoryEntry,
  IntakeMatter,
  PetitionKind,
  ResponseMatter,
  TriageMatter,
} from '../../src/api/types.ts';

/** A matter as the fake keeps it: what each service would answer, and its history. */
export interface Petition {
  intake: IntakeMatter;
  triage: TriageMatter;
  investigation?: CaseMatter;
  response?: ResponseMatter;
  readonly history: HistoryEntry[];
  readonly sender: { name: string; address: string; phone: string };
}

export const words = (vi: string, en: string): Both => ({ vi, en });

export const KINDS: Record<PetitionKind, Both> = {
  complaint: words('Khiếu nại', 'Complaint'),
  denunciation: words('Tố cáo', 'Denunciation'),
  petition: words('Kiến nghị', 'Petition'),
  feedback: words('Phản ánh', 'Feedback'),
};

interface Told {
  readonly service: string;
  readonly type: string;
  readonly revision: number;
  readonly by: { person: string; name?: string; role: string; unit: Both; unitId: string };
  readonly at: string;
  readonly occurredAt?: string;
  readonly reason?: string;
  readonly summary: Both;
  readonly changes?: HistoryEntry['changes'];
  readonly rules?: HistoryEntry['rules'];
  readonly state?: Both;
}

let position = 0;

export function tell(petition: Petition, told: Told): void {
  position += 1;
  petition.history.push({
    position: `log:${position}`,
    service: told.service,
    stream: `${told.service}.matter-${petition.intake.number}`,
    revision: told.revision,
    eventId: `event-${position}`,
    type: told.type,
    occurredAt: told.occurredAt ?? told.at,
    ...(told.reason === undefined ? {} : { occurredReason: { vi: told.reason, en: told.reason } }),
    recordedAt: told.at,
    actor: {
      person: told.by.person,
      role: told.by.role,
      unit: told.by.unitId,
      ...(told.by.name === undefined ? {} : { name: told.by.name }),
      unitName: told.by.unit,
    },
    summary: told.summary,
    changes: told.changes ?? [],
    rules: told.rules ?? [],
    ...(told.state ? { state: told.state } : {}),
  });
}

export const lastPosition = (): string => `log:${position}`;
