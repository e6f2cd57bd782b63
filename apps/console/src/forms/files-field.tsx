import { Button } from '@mantine/core';
import { useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import type { FileAnswer } from '../api/types.ts';
import { dropUpload, uploadFile, type KeepsFiles } from '../api/upload.ts';
import { fileSize, fileType } from '../i18n/files.ts';
import { useLanguage, useSay } from '../i18n/language.tsx';
import { MAX_BYTES, TYPES, refusal, type Why } from './file-refusals.ts';
import { ON_ITS_WAY } from './fields.ts';
import { SentContext } from './sent.ts';
import classes from './forms.module.css';

interface Sent {
  readonly key: number;
  readonly name: string;
  readonly answer?: FileAnswer;
  readonly why?: Why;
}

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly service: KeepsFiles;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

/** Files that go up as they are chosen; the command names them. What is refused stays until it is removed. */
export function FilesField({ id, label, description, error, service, most, onChange }: Props) {
  const say = useSay();
  const { language } = useLanguage();
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const now = useRef(files);
  const next = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  const sent = useContext(SentContext);
  const running = useRef(new Map<number, AbortController>());

  const put = (changed: readonly Sent[]) => {
    now.current = changed;
    setFiles(changed);
    const coming = changed.some(({ answer }) => !answer);
    const ids = changed.flatMap(({ answer }) => (answer ? [answer.file] : []));
    onChange([...ids, ...(coming ? [ON_ITS_WAY] : [])].join());
  };
  const change = (key: number, over: Partial<Sent>) =>
    put(now.current.map((one) => (one.key === key ? { ...one, ...over } : one)));

  useEffect(
    () => () => {
      for (const controller of running.current.values()) controller.abort();
      if (sent.current) return;
      for (const { answer } of now.current) if (answer) dropUpload(service, answer);
    },
    [service, sent],
  );

  const take = async (file: File) => {
    const key = next.current++;
    const one = { key, name: file.name.slice(-120) };
    if (!TYPES.includes(file.type))
      return put([...now.current, { ...one, why: 'register.scanType' }]);
    if (file.size > MAX_BYTES)
      return put([...now.current, { ...one, why: 'register.scanTooLarge' }]);
    const controller = new AbortController();
    running.current.set(key, controller);
    put([...now.current, one]);
    try {
      const answer = await uploadFile(service, file, () => undefined, controller.signal);
      change(key, { answer });
    } catch (caught) {
      change(key, { why: caught instanceof Problem ? caught : 'errors.notSaved' });
    } finally {
      running.current.delete(key);
    }
  };
  const remove = ({ key, answer }: Sent) => {
    running.current.get(key)?.abort();
    if (answer) dropUpload(service, answer);
    put(now.current.filter((one) => one.key !== key));
    input.current?.focus();
  };

  const isFull = files.filter(({ why }) => !why).length >= most;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes.people}
      aria-describedby={[description && `${id}-hint`, error && `${id}-error`]
        .filter(Boolean)
        .join(' ')}
    >
      <legend>{label}</legend>
      {description && (
        <p id={`${id}-hint`} className={classes.peopleHint}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={classes.peopleError}>
          {error}
        </p>
      )}
      <ul className={classes.files} aria-live="polite">
        {files.map((file) => (
          <li key={file.key}>
            <span>
              <strong>{file.name}</strong> ·{' '}
              {file.answer
                ? say('register.scanReady', {
                    type: fileType(file.answer.type),
                    size: fileSize(file.answer.size, language),
                  })
                : file.why
                  ? refusal(file.why, say, language)
                  : say('files.sending')}
            </span>
            <Button
              variant="subtle"
              size="sm"
              aria-label={`${say('register.scanRemove')}: ${file.name}`}
              onClick={() => remove(file)}
            >
              {say('register.scanRemove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.chooseFiles}>
        <input
          ref={input}
          id={`${id}-input`}
          type="file"
          multiple
          disabled={isFull}
          accept={TYPES.join(',')}
          onChange={({ currentTarget }) => {
            const left = most - now.current.filter(({ why }) => !why).length;
            const chosen = [...(currentTarget.files ?? [])].slice(0, left);
            currentTarget.value = '';
            for (const file of chosen) void take(file);
          }}
        />
        <label htmlFor={`${id}-input`}>{say('files.choose')}</label>
      </div>
    </fieldset>
  );
}
