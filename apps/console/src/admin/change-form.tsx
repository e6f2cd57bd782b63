import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Notice } from '../components/notice.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { FieldInput } from '../forms/field-input.tsx';
import { bodyOf } from '../forms/fields.ts';
import type { Field } from '../forms/fields.ts';
import formClasses from '../forms/forms.module.css';
import { useFields } from '../forms/use-fields.ts';
import { useSay } from '../i18n/language.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { mayLeave, useGuard } from '../leave/guard.ts';
import classes from './admin.module.css';
import type { Step } from './steps.ts';
import { useSteps, type Sent } from './use-steps.ts';
import { useTold } from './told.ts';

interface Props {
  readonly title: string;
  /** Of a page itself; without it, below a person. */
  readonly isTop?: true;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly children?: ReactNode;
  readonly stepsOf: (body: Record<string, unknown>) => readonly Step[];
  readonly onDone: (sent: Sent) => void;
  readonly onCancel: () => void;
}

/** A change of the directory as a form; what becomes of it is said where it was opened. */
export function ChangeForm(props: Props) {
  const { title, fields, submit, children, stepsOf, onDone, onCancel } = props;
  const say = useSay();
  const told = useTold();
  const { form, formId, optional, attempt, refuse, showErrors, labelOf } = useFields(fields);
  const { send, busy, problem, before } = useSteps();
  const Heading = props.isTop ? 'h2' : 'h3';
  const element = useRef<HTMLFormElement>(null);
  const cancel = () => void mayLeave().then((may) => may && onCancel());
  useGuard(() => form.isDirty());
  useKeys({ submit: () => element.current?.requestSubmit(), dismiss: cancel }, element);
  useEffect(
    () => (element.current?.querySelector<HTMLElement>('input') ?? element.current)?.focus(),
    [],
  );
  return (
    <form
      ref={element}
      tabIndex={-1}
      className={`${formClasses.fields} ${classes.change}`}
      aria-label={title}
      noValidate
      onSubmit={form.onSubmit(
        (values) => {
          if (busy) return;
          void send(stepsOf(bodyOf(fields, values)), showErrors).then((sent) => {
            if (!sent) return;
            form.resetDirty();
            onDone(sent);
          });
        },
        () => refuse(),
      )}
    >
      <Heading>{title}</Heading>
      <ErrorSummary errors={form.errors} formId={formId} attempt={attempt} labelOf={labelOf} />
      {children}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          form={form}
          of={field}
          formId={formId}
          optional={optional.has(field.name)}
        />
      ))}
      <ProblemAt problem={problem} />
      {before > 0 && <Notice tone="soon" title={told('admin.partly', { n: before })} />}
      <div className={formClasses.buttons}>
        <Button type="submit" aria-disabled={busy}>
          {busy ? say('common.saving') : submit}
        </Button>
        <Button variant="subtle" onClick={cancel}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
