import { Button, Input } from '@mantine/core';
import { useRef } from 'react';
import { Problem } from '../api/problem.ts';
import type { FileAnswer } from '../api/types.ts';
import { uploadFile } from '../api/upload.ts';
import { fileSize, fileType } from '../i18n/files.ts';
import { useLanguage, useSay } from '../i18n/language.tsx';
import classes from './register.module.css';

const MAX_BYTES = 20 * 1024 * 1024;
const TYPES = ['application/pdf', 'image/png', 'image/jpeg'];

export type Scan =
  | { readonly state: 'none' }
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'ready'; readonly answer: FileAnswer; readonly name: string }
  | { readonly state: 'refused'; readonly why: string };

/** A plain file input; what the server says of the content is final. */
export function ScanField({
  id,
  scan,
  onScan,
}: {
  id: string;
  scan: Scan;
  onScan: (scan: Scan) => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController>(null);

  const stop = () => {
    running.current?.abort();
    if (input.current) input.current.value = '';
    onScan({ state: 'none' });
  };

  const take = async (file: File | undefined) => {
    running.current?.abort();
    if (!file) return;
    if (!TYPES.includes(file.type))
      return onScan({ state: 'refused', why: say('register.scanType') });
    if (file.size > MAX_BYTES)
      return onScan({ state: 'refused', why: say('register.scanTooLarge') });
    const controller = new AbortController();
    running.current = controller;
    onScan({ state: 'sending', share: 0 });
    try {
      const progress = (share: number) => onScan({ state: 'sending', share });
      const answer = await uploadFile(file, progress, controller.signal);
      onScan({ state: 'ready', answer, name: file.name.slice(-200) });
    } catch (error) {
      const told = error instanceof Problem ? error.body[language] : undefined;
      onScan({
        state: 'refused',
        why: told ? `${told.title}. ${told.detail}` : say('errors.notSaved'),
      });
    }
  };

  const describedBy = `${id}-about`;
  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={
        <>
          {say('register.scan')}{' '}
          <span className={classes.optional}>({say('common.optional')})</span>
        </>
      }
      description={say('register.scanHint')}
      error={scan.state === 'refused' && scan.why}
      inputWrapperOrder={['label', 'description', 'error', 'input']}
    >
      <div className={classes.scan}>
        <input
          ref={input}
          id={id}
          type="file"
          accept={TYPES.join(',')}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
        <label htmlFor={id} className={classes.choose}>
          {say(scan.state === 'ready' ? 'register.scanReplace' : 'register.scanChoose')}
        </label>
        <span id={describedBy} role="status">
          {scan.state === 'sending' &&
            say('register.scanSending', { percent: Math.round(scan.share * 100) })}
          {scan.state === 'ready' &&
            say('register.scanReady', {
              type: fileType(scan.answer.type),
              size: fileSize(scan.answer.size, language),
            })}
        </span>
        {(scan.state === 'sending' || scan.state === 'ready') && (
          <Button variant="subtle" onClick={stop}>
            {say('register.scanRemove')}
          </Button>
        )}
        {scan.state === 'sending' && <progress value={scan.share} aria-labelledby={describedBy} />}
      </div>
    </Input.Wrapper>
  );
}
