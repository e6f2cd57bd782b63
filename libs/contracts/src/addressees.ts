import type { LocalizedText } from './localized.ts';
import type { PetitionKind } from './vocabulary.ts';

/** To whom a decision goes. */
export const ADDRESSEE_WORDS = {
  sender: { vi: 'Người gửi đơn', en: 'The sender' },
  superior: {
    vi: 'Cấp trên trực tiếp (người giải quyết khiếu nại lần hai)',
    en: 'The direct superior, who resolves a second complaint',
  },
  inspectorate: {
    vi: 'Cơ quan thanh tra nhà nước cùng cấp',
    en: 'The State inspectorate of the same level',
  },
  respondent: { vi: 'Người bị khiếu nại', en: 'The person complained of' },
  first_resolver: {
    vi: 'Người giải quyết khiếu nại lần đầu',
    en: 'Who resolved the first complaint',
  },
  accused: { vi: 'Người bị tố cáo', en: 'The accused' },
  manager: { vi: 'Cơ quan quản lý người bị tố cáo', en: 'The body that manages the accused' },
  related: {
    vi: 'Người có quyền lợi, nghĩa vụ liên quan',
    en: 'People with related rights and duties',
  },
  forwarder: { vi: 'Cơ quan, cá nhân đã chuyển đơn đến', en: 'Who forwarded the petition' },
  concerned: { vi: 'Cơ quan, tổ chức, cá nhân khác có liên quan', en: 'Others concerned' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type Addressee = keyof typeof ADDRESSEE_WORDS;
export const ADDRESSEES = Object.keys(ADDRESSEE_WORDS) as [Addressee, ...Addressee[]];

interface Addressed {
  /** In every case. */
  readonly always: readonly Addressee[];
  /** Where there are such. */
  readonly ifAny: readonly Addressee[];
  /** What says so; `null`: no law, it is an answer to its sender. */
  readonly law: string | null;
}

const OTHERS = ['related', 'forwarder', 'concerned'] as const;

const FIRST: Addressed = {
  always: ['sender', 'superior', 'inspectorate'],
  ifAny: OTHERS,
  law: 'Luật Khiếu nại Đ.32, NĐ 124/2020 Đ.29 k.2 a',
};
const SECOND: Addressed = {
  always: ['sender', 'respondent', 'first_resolver'],
  ifAny: OTHERS,
  law: 'Luật Khiếu nại Đ.41 k.1, NĐ 124/2020 Đ.29 k.2 a',
};
/** The accused get a copy without what harms the denouncer, who gets a notice. */
const DENUNCIATION: Addressed = {
  always: ['sender', 'accused', 'manager'],
  ifAny: ['concerned'],
  law: 'Luật Tố cáo Đ.35 k.3',
};
const ANSWER: Addressed = { always: ['sender'], ifAny: ['forwarder', 'concerned'], law: null };

/** Whom the law names for a decision of this kind. */
export function addressedBy(decided: {
  readonly kind: PetitionKind;
  readonly instance: 1 | 2;
}): Addressed {
  const { kind, instance } = decided;
  if (kind === 'denunciation') return DENUNCIATION;
  if (kind !== 'complaint') return ANSWER;
  return instance === 1 ? FIRST : SECOND;
}

/** Several people or bodies, each sent to by itself. */
export const isSeveral = (to: Addressee): boolean => to === 'related' || to === 'concerned';

/** The forwarders who are owed the result (Luật Tiếp công dân Đ.27 k.2). */
export const FORWARDERS_TOLD = ['assembly', 'deputy', 'reception'] as const;
