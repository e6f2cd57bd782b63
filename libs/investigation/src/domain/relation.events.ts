import {
  RELATION_WORDS,
  change,
  relationWords,
  storedEvent,
  type Relation,
} from '@minh-bach/contracts';
import { z } from '@minh-bach/kernel';
import { ofCase, working } from './event-parts.ts';
import { STATE_WORDS } from './words.ts';

const relation = z.enum(Object.keys(RELATION_WORDS) as Relation[]);
/** Declared in a denunciation: then it is none to the sender. */
const ofDenunciation = z.literal(true).exactOptional();
type Declared = {
  readonly relation: Relation;
  readonly note: unknown;
  readonly ofDenunciation?: true;
};

/**
 * Whether nothing but the conflict is told: in what was called a denunciation since, it may be one to the
 * sender. Of all that was declared before, so that none can be told apart (Luật Tố cáo Đ.56).
 */
export const isUntold = (
  { ofDenunciation: declaredInOne }: Pick<Declared, 'ofDenunciation'>,
  isDenunciation: boolean,
): boolean => isDenunciation && declaredInOne !== true;

const told = (declared: Declared, isDenunciation: boolean) =>
  isUntold(declared, isDenunciation)
    ? [change('Quan hệ', 'Relation', relationWords(null))]
    : [
        change('Quan hệ', 'Relation', relationWords(declared.relation)),
        change('Nội dung cụ thể', 'In particular', declared.note),
      ];

/** By the person, or by somebody who knows of it. */
export const relationDeclared = storedEvent(
  'RelationDeclared',
  z.strictObject({ ...ofCase, person: z.string(), relation, note: working, ofDenunciation }),
  {
    history: ({ person, ...declared }, { names, isDenunciation }) => ({
      summary: {
        vi: `Khai báo quan hệ của ${names.person(person)} với vụ việc.`,
        en: `It was declared how ${names.person(person)} stands to the case.`,
      },
      changes: told(declared, isDenunciation),
    }),
  },
);

/** The case goes back to the head. Others are not told: for them it is verified all the same. */
export const assignmentDeclined = storedEvent(
  'AssignmentDeclined',
  z.strictObject({ ...ofCase, assignee: z.string(), relation, note: working, ofDenunciation }),
  {
    history: ({ assignee, ...declared }, { names, isDenunciation }) => ({
      summary: {
        vi: `${names.person(assignee)} từ chối xác minh vì có xung đột lợi ích.`,
        en: `${names.person(assignee)} declined to verify for a conflict of interest.`,
      },
      changes: told(declared, isDenunciation),
      state: STATE_WORDS.received,
    }),
  },
);

/** A head found that what was reported of somebody is no relation. */
export const relationDismissed = storedEvent(
  'RelationDismissed',
  z.strictObject({
    ...ofCase,
    /** Its place among all that were declared. */
    relation: z.number().int().positive(),
    person: z.string(),
    reason: working,
  }),
  {
    history: ({ person, reason }, { names }) => ({
      summary: {
        vi: `Xác định ${names.person(person)} không có quan hệ như đã khai báo.`,
        en: `It was found that ${names.person(person)} does not stand to the case as was declared.`,
      },
      changes: [change('Căn cứ', 'Reason', reason)],
    }),
  },
);
