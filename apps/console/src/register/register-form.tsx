import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PetitionKind, Registered } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { Card, PageTitle } from '../components/page.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { FieldInput } from '../forms/field-input.tsx';
import { bodyOf } from '../forms/fields.ts';
import type { Field, Option } from '../forms/fields.ts';
import { useFields } from '../forms/use-fields.ts';
import { useSend } from '../forms/use-send.ts';
import { useLanguage, useSay } from '../i18n/language.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useGuard } from '../leave/guard.ts';
import { hashOf, makeReceiptCode } from '../public/receipt-code.ts';
import { contentFields, paperFields, senderFields } from './register-fields.ts';
import { ScanField } from './scan-field.tsx';
import { useDropWhenLeft } from './use-drop-when-left.ts';
import { scanError } from './scan.ts';
import type { Scan } from './scan.ts';
import classes from './register.module.css';

interface Props {
  readonly units: readonly Option[];
  readonly onRegistered: (registered: Registered, code: string, kind: PetitionKind) => void;
}

/** Keeps all that was typed until the server has it; a retry is the same command. */
export function RegisterForm({ units, onRegistered }: Props) {
  const say = useSay();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [kind, setKind] = useState('');
  const [senderKind, setSenderKind] = useState('');
  const [isForwarded, setIsForwarded] = useState(false);
  const [paper, sender, content] = useMemo(
    () =>
      [
        paperFields(say, isForwarded),
        senderFields(say, senderKind),
        contentFields(units, kind),
      ] as const,
    [say, units, senderKind, kind, isForwarded],
  );
  const fields = [...paper, ...sender, ...content];
  const [scan, setScan] = useState<Scan>({ state: 'none' });
  const { form, formId, optional, attempt, refuse, showErrors, labelOf } = useFields(fields, () => {
    const file = scanError(scan, say, language);
    return file === undefined ? {} : { file };
  });
  const element = useRef<HTMLFormElement>(null);
  useKeys({ submit: () => element.current?.requestSubmit() }, element);
  useDropWhenLeft(scan);
  useGuard(() => form.isDirty() || scan.state !== 'none');
  const { send, busy, problem } = useSend<Registered>({ service: 'intake', path: '/petitions' });
  // One code for each opening of the form: a retry must hash to the same.
  const code = useRef(makeReceiptCode()).current;
  form.watch('declaredKind', ({ value }) => setKind(String(value)));
  form.watch('channel', ({ value }) => setIsForwarded(value === 'forwarded'));
  form.watch('senderKind', ({ value }) => setSenderKind(String(value)));
  useEffect(() => {
    // What is asked for has another name now.
    if (form.errors['sender/name']) void form.validateField('sender/name');
  }, [senderKind]);

  const register = async () => {
    if (busy) return;
    const file = scan.state === 'ready' ? { id: scan.answer.file, name: scan.name } : null;
    const body = { ...bodyOf(fields, form.getValues()), file, receiptHash: await hashOf(code) };
    const registered = await send(body, showErrors);
    if (!registered) return;
    void queries.invalidateQueries({ queryKey: ['worklist'] });
    onRegistered(registered, code, String(form.getValues()['declaredKind']) as PetitionKind);
  };

  const inputs = (of: readonly Field[]) =>
    of.map((field) => (
      <div key={field.name} className={field.half ? classes.half : classes.whole}>
        <FieldInput form={form} of={field} formId={formId} optional={optional.has(field.name)} />
      </div>
    ));
  return (
    <form
      ref={element}
      className={classes.form}
      noValidate
      autoComplete="off"
      onSubmit={form.onSubmit(
        () => void register(),
        () => refuse(),
      )}
    >
      <PageTitle title={say('register.title')} lead={say('register.lead')} />
      <ErrorSummary
        errors={form.errors}
        formId={formId}
        attempt={attempt}
        labelOf={(name) => (name === 'file' ? say('register.scan') : labelOf(name))}
      />
      <Card title={say('register.paper')} className={classes.section}>
        {inputs(paper)}
        <ScanField
          id={`${formId}-file`}
          scan={scan}
          error={form.errors['file']}
          onScan={(next) => {
            setScan(next);
            form.clearFieldError('file');
          }}
        />
      </Card>
      <Card title={say('register.sender')} className={classes.section}>
        <Notice
          tone="secret"
          title={say(
            kind === 'denunciation' ? 'register.senderSecretByLaw' : 'register.senderSecret',
          )}
        />
        {inputs(sender)}
      </Card>
      <Card title={say('register.content')} className={classes.section}>
        {kind === 'denunciation' && <p className={classes.meta}>{say('register.noGist')}</p>}
        {inputs(content)}
      </Card>
      {Object.keys(form.errors).length === 0 && <ProblemAt problem={problem} />}
      <div>
        <Button type="submit" size="md" aria-disabled={busy}>
          {busy ? say('common.saving') : say('register.submit')}
        </Button>
      </div>
    </form>
  );
}
