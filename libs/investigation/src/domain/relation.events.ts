import { RELATION_WORDS, change, storedEvent, type Relation } from '@minh-bach/contracts';
import { z } from '@minh-bach/kernel';
import { ofCase, working } from './event-parts.ts';
import { STATE_WORDS } from './words.ts';

const relation = z.enum(Object.keys(RELATION_WORDS) as Relation[]);
const told = (of: Relation, note: unknown) => [
  change('Quan hệ', 'Relation', RELATION_WORDS[of]),
  change('Nội dung cụ thể', 'In particular', note),
];

/** By the person, or by somebody who knows of it. */
export const relationDeclared = storedEvent(
  'RelationDeclared',
  z.strictObject({ ...ofCase, person: z.string(), relation, note: working }),
  {
    history: ({ person, relation: of, note }, { names }) => ({
      summary: {
        vi: `Khai báo quan hệ của ${names.person(person)} với vụ việc.`,
        en: `It was declared how ${names.person(person)} stands to the case.`,
      },
      changes: told(of, note),
    }),
  },
);

/** The case goes back to the head. Others are not told: for them it is verified all the same. */
export const assignmentDeclined = storedEvent(
  'AssignmentDeclined',
  z.strictObject({ ...ofCase, assignee: z.string(), relation, note: working }),
  {
    history: ({ assignee, relation: of, note }, { names }) => ({
      summary: {
        vi: `${names.person(assignee)} từ chối xác minh vì có xung đột lợi ích.`,
        en: `${names.person(assignee)} declined to verify for a conflict of interest.`,
      },
      changes: told(of, note),
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
