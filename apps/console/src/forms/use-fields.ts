import { useForm } from '@mantine/form';
import { useId, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import { findErrors, initialValues, isOptional } from './fields.ts';
import type { Field, Values } from './fields.ts';

/** Refusals that are about one field of their command, where the answer itself does not point at it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  REASON_MISSING: 'reason',
  COMPETENT_BODY_MISSING: 'competentBody',
  UNIT_NOT_COMPETENT: 'competentUnit',
  ASSIGNEE_CANNOT_VERIFY: 'assignee',
  SIGNER_CANNOT_SIGN: 'signer',
};

/** A form of these fields: uncontrolled, checked when it is sent and not while someone types. */
export function useFields(fields: readonly Field[]) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  const formId = useId();
  const [attempt, setAttempt] = useState(0);
  const optionalIn = (values: Values) =>
    new Set(fields.filter((field) => isOptional(field, values)).map(({ name }) => name));
  const [optional, setOptional] = useState(() => optionalIn(initialValues(fields)));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: initialValues(fields),
    onValuesChange: (values) => {
      const now = optionalIn(values);
      if ([...now].join() !== [...optional].join()) setOptional(now);
    },
    validate: (values) => findErrors(fields, values, say),
  });

  const refuse = () => setAttempt((before) => before + 1);

  /** Puts what the server says of fields at the fields. @returns whether there was any */
  function showErrors(problem: unknown): boolean {
    if (!(problem instanceof Problem)) return false;
    const { body } = problem;
    const known = new Set(fields.map(({ name }) => name));
    const errors = (body.errors ?? []).map((e) => [e.pointer.slice(1), both(e)] as const);
    const field = body.field?.replace(/^\//, '') ?? FIELD_OF[body.code];
    if (field !== undefined) errors.push([field, body[language].detail]);
    const ours = errors.filter(([name]) => known.has(name));
    if (ours.length === 0) return false;
    form.setErrors(Object.fromEntries(ours));
    refuse();
    return true;
  }

  return { form, formId, optional, attempt, refuse, showErrors };
}
