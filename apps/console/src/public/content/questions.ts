import type { MessageId } from '../../i18n/catalogue.ts';
import { COMPLAINT, DENUNCIATION } from './papers.ts';
import type { PaperForm } from './papers.ts';

export interface Field {
  /** Of the line on the paper; `to` is whom it is addressed to. */
  readonly key: string;
  readonly label: MessageId;
  readonly hint?: MessageId;
  readonly rows?: number;
  /** What the law asks of the letter: told where it is missing, never demanded here. */
  readonly isNeeded?: boolean;
}

export interface Question {
  readonly title: MessageId;
  readonly fields: readonly Field[];
}

export interface Composition {
  readonly kind: 'complaint' | 'denunciation';
  readonly form: PaperForm;
  readonly questions: readonly Question[];
  readonly law: string;
}

const to: Field = { key: 'to', label: 'write.to', hint: 'write.toHint', isNeeded: true };
const evidence: Question = {
  title: 'write.evidenceTitle',
  fields: [{ key: 'evidence', label: 'write.evidence', hint: 'write.evidenceHint', rows: 4 }],
};
const you: readonly Field[] = [
  { key: 'name', label: 'write.name', isNeeded: true },
  { key: 'address', label: 'write.address', isNeeded: true },
  { key: 'contact', label: 'write.contact', isNeeded: true },
];

export const COMPLAINT_QUESTIONS: Composition = {
  kind: 'complaint',
  form: COMPLAINT,
  law: 'Luật Khiếu nại Đ.8 k.2; NĐ 124/2020 Mẫu 01',
  questions: [
    {
      title: 'write.toTitle',
      fields: [to, { key: 'instance', label: 'write.instance', hint: 'write.instanceHint' }],
    },
    {
      title: 'write.aboutTitle',
      fields: [
        {
          key: 'respondent',
          label: 'write.respondent',
          hint: 'write.respondentHint',
          isNeeded: true,
        },
        { key: 'about', label: 'write.about', hint: 'write.aboutHint', rows: 3, isNeeded: true },
      ],
    },
    {
      title: 'write.contentTitle',
      fields: [
        {
          key: 'content',
          label: 'write.content',
          hint: 'write.contentHint',
          rows: 10,
          isNeeded: true,
        },
      ],
    },
    {
      title: 'write.demandTitle',
      fields: [
        { key: 'demand', label: 'write.demand', hint: 'write.demandHint', rows: 4, isNeeded: true },
      ],
    },
    evidence,
    {
      title: 'write.youTitle',
      fields: [
        ...you,
        { key: 'id', label: 'write.id', hint: 'write.idHint' },
        { key: 'delegate', label: 'write.delegate', hint: 'write.delegateHint' },
      ],
    },
  ],
};

export const DENUNCIATION_QUESTIONS: Composition = {
  kind: 'denunciation',
  form: DENUNCIATION,
  law: 'Luật Tố cáo Đ.23',
  questions: [
    { title: 'write.toTitle', fields: [{ ...to, hint: 'write.toHintAbove' }] },
    {
      title: 'write.whomTitle',
      fields: [
        { key: 'respondent', label: 'write.whom', hint: 'write.whomHint', rows: 3, isNeeded: true },
      ],
    },
    {
      title: 'write.actTitle',
      fields: [
        { key: 'content', label: 'write.act', hint: 'write.actHint', rows: 10, isNeeded: true },
      ],
    },
    evidence,
    { title: 'write.youTitle', fields: you },
  ],
};
