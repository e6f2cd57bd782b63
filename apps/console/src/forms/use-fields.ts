import { useForm } from '@mantine/form';
import { useId, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import { findErrors, initialValues } from './fields.ts';
import type { Field } from './fields.ts';

/** A form of these fields: uncontrolled, checked when it is sent and not while someone types. */
export function useFields(fields: readonly Field[]) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  const formId = useId();
  const [attempt, setAttempt] = useState(0);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: initialValues(fields),
    validate: (values) => findErrors(fields, values, say),
  });

  const refuse = () => setAttempt((before) => before + 1);

  /** Puts what the server says of fields at the fields. @returns whether there was any */
  function showErrors(problem: unknown): boolean {
    if (!(problem instanceof Problem)) return false;
    const { body } = problem;
    const known = new Set(fields.map(({ name }) => name));
    const errors = (body.errors ?? []).map((e) => [e.pointer.slice(1), both(e)] as const);
    const field = body.field?.replace(/^\//, '');
    if (field !== undefined) errors.push([field, body[language].detail]);
    const ours = errors.filter(([name]) => known.has(name));
    if (ours.length === 0) return false;
    form.setErrors(Object.fromEntries(ours));
    refuse();
    return true;
  }

  return { form, formId, attempt, refuse, showErrors };
}
