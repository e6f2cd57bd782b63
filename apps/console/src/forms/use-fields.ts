import { useForm } from '@mantine/form';
import { useEffect, useId, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import { findErrors, initialValues, isOptional } from './fields.ts';
import type { Field, Values } from './fields.ts';

/**
 * A form of these fields: uncontrolled, checked when it is sent and not while someone types.
 * @param beside what is wrong beside the fields, by name
 */
export function useFields(
  fields: readonly Field[],
  beside: () => Record<string, string> = () => ({}),
) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  const formId = useId();
  const [attempt, setAttempt] = useState(0);
  const optionalIn = (values: Values) =>
    new Set(fields.filter((field) => isOptional(field, values)).map(({ name }) => name));
  const [optional, setOptional] = useState(() => optionalIn(initialValues(fields)));
  const check = (values: Values) => ({ ...findErrors(fields, values, say), ...beside() });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: initialValues(fields),
    onValuesChange: (values) => {
      const now = optionalIn(values);
      if ([...now].join() !== [...optional].join()) setOptional(now);
    },
    validate: check,
  });

  const refused = useRef<Problem>(null);
  const refuse = () => setAttempt((before) => before + 1);

  /** What the server says of fields, by field. */
  function saidOf({ body }: Problem): Record<string, string> {
    const known = new Set(fields.map(({ name }) => name));
    const errors = (body.errors ?? []).map((e) => [e.pointer.slice(1), both(e)] as const);
    const field = body.field?.replace(/^\//, '');
    if (field !== undefined) errors.push([field, body[language].detail]);
    return Object.fromEntries(errors.filter(([name]) => known.has(name)));
  }

  /** Puts what the server says of fields at the fields. @returns whether there was any */
  function showErrors(problem: unknown): boolean {
    if (!(problem instanceof Problem)) return false;
    const said = saidOf(problem);
    if (Object.keys(said).length === 0) return false;
    refused.current = problem;
    form.setErrors(said);
    refuse();
    return true;
  }

  useEffect(() => {
    // What is said of fields is said anew in another language.
    const said: Record<string, string> = {
      ...check(form.getValues()),
      ...(refused.current ? saidOf(refused.current) : {}),
    };
    const shown = Object.keys(form.errors).filter((name) => said[name] !== undefined);
    if (shown.length > 0)
      form.setErrors(Object.fromEntries(shown.map((name) => [name, said[name] ?? null])));
  }, [language]);

  const labelOf = (name: string): string => {
    const field = fields.find((each) => each.name === name);
    return field ? say(field.label) : '';
  };

  return { form, formId, optional, attempt, refuse, showErrors, labelOf };
}
