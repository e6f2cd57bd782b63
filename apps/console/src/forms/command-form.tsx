import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import type { CommandAnswer } from '../api/types.ts';
import { ProblemAt } from '../components/problem-at.tsx';
import { useSay } from '../i18n/language.tsx';
import { mayLeave, useGuard } from '../leave/guard.ts';
import { useKeys } from '../keys/use-keys.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FieldInput } from './field-input.tsx';
import { bodyOf, shown } from './fields.ts';
import type { Field } from './fields.ts';
import classes from './forms.module.css';
import { SentContext } from './sent.ts';
import { useFields } from './use-fields.ts';
import { useSend } from './use-send.ts';
import type { Target } from './use-send.ts';

interface Props {
  readonly target: Target;
  readonly number: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  /** Why it cannot be sent as it was opened. */
  readonly barred?: string | undefined;
  /** Not by Ctrl+Enter: what cannot be undone takes its button. */
  readonly deliberate?: boolean;
  readonly toBody?: (body: Record<string, unknown>) => unknown;
  readonly children?: ReactNode;
  /** Takes in what is there now, where the text that was judged is another one. @returns its revision */
  readonly reread?: () => Promise<number | undefined>;
  /** @param onwards by Ctrl+Enter: go on to the next matter */
  readonly onDone: (onwards: boolean) => void;
  readonly onCancel: () => void;
}

/** A legal decision as a form: never optimistic, never loses what was typed. */
export function CommandForm(props: Props) {
  const { target, number, fields, submit, toBody = (body) => body, onDone, onCancel } = props;
  const say = useSay();
  const { form, formId, optional, attempt, refuse, showErrors, labelOf } = useFields(fields);
  const { send, busy, problem, decideAnew } = useSend<CommandAnswer>(target);
  const element = useRef<HTMLFormElement>(null);
  const onwards = useRef(false);
  const sent = useRef(false);
  const submitByKey = () => {
    onwards.current = true;
    element.current?.requestSubmit();
  };
  useGuard(() => form.isDirty());
  const cancel = () => void mayLeave().then((may) => may && onCancel());
  useKeys({ ...(props.deliberate ? {} : { submit: submitByKey }), dismiss: cancel }, element);
  useEffect(() => firstField(element.current)?.focus(), []);
  const conflict = problem instanceof Problem && problem.status === 412;
  const atFields = problem instanceof Problem && Object.keys(form.errors).length > 0;
  return (
    <form
      ref={element}
      className={classes.fields}
      noValidate
      onSubmit={form.onSubmit(
        (values) => {
          if (busy || props.barred !== undefined) return;
          void send(toBody(bodyOf(fields, values)), showErrors).then((answer) => {
            if (answer) {
              sent.current = true;
              form.resetDirty();
              onDone(onwards.current);
            }
            onwards.current = false;
          });
        },
        () => refuse(),
      )}
    >
      <ErrorSummary errors={form.errors} formId={formId} attempt={attempt} labelOf={labelOf} />
      {props.children}
      <SentContext.Provider value={sent}>
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            form={form}
            of={field}
            formId={formId}
            optional={optional.has(field.name)}
          />
        ))}
      </SentContext.Provider>
      {conflict ? (
        <ConflictPanel
          problem={problem}
          service={target.service}
          number={number}
          mine={fields.map((field) => [
            say(field.label),
            shown(field, form.getValues()[field.name], say),
          ])}
          onAgain={() => {
            decideAnew(problem.body.actualRevision);
            // After this render, so that the newer revision is sent.
            setTimeout(() => element.current?.requestSubmit());
          }}
          onReread={() => void props.reread?.().then(decideAnew)}
          onDrop={onCancel}
        />
      ) : (
        !atFields && <ProblemAt problem={problem} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" aria-disabled={busy} disabled={props.barred !== undefined}>
          {busy ? say('common.saving') : (props.barred ?? submit)}
        </Button>
        <Button variant="subtle" onClick={cancel}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A form that was opened on purpose takes the focus; one without fields, at its button. */
const firstField = (form: HTMLFormElement | null) =>
  openCondition(form) ??
  form?.querySelector<HTMLElement>('input:checked') ??
  form?.querySelector<HTMLElement>('input, textarea') ??
  form?.querySelector<HTMLElement>('button');

/** All before it is filled in already: what is left is what a person has to confirm. */
function openCondition(form: HTMLFormElement | null): HTMLElement | undefined {
  const inputs = [...(form?.querySelectorAll<HTMLInputElement>('input:not([type=hidden])') ?? [])];
  const at = inputs.findIndex(({ type, checked }) => type === 'checkbox' && !checked);
  const before = inputs.slice(0, Math.max(at, 0));
  const isFilled = before.every(({ type, value }) => type === 'radio' || value !== '');
  return isFilled && before.some(({ checked }) => checked) ? inputs[at] : undefined;
}
