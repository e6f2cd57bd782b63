import { Button, Input } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { dropUpload, uploadFile } from '../api/upload.ts';
import { MAX_BYTES, TYPES } from '../forms/file-refusals.ts';
import { fileSize, fileType } from '../i18n/files.ts';
import { useLanguage, useSay } from '../i18n/language.tsx';
import { scanError } from './scan.ts';
import type { Scan } from './scan.ts';
import classes from './register.module.css';

/** A plain file input; what the server says of the content is final. */
export function ScanField({
  id,
  scan,
  error,
  onScan,
}: {
  id: string;
  scan: Scan;
  /** What was said of it when the form was sent. */
  error: ReactNode;
  onScan: (scan: Scan) => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController>(null);

  /** What was sent is not wanted any more. */
  const leave = () => {
    running.current?.abort();
    if (scan.state === 'ready') dropUpload('intake', scan.answer);
  };

  const stop = () => {
    leave();
    if (input.current) input.current.value = '';
    onScan({ state: 'none' });
  };

  const take = async (file: File | undefined) => {
    if (!file) return;
    leave();
    if (!TYPES.includes(file.type)) return onScan({ state: 'refused', why: 'register.scanType' });
    if (file.size > MAX_BYTES) return onScan({ state: 'refused', why: 'register.scanTooLarge' });
    const controller = new AbortController();
    running.current = controller;
    onScan({ state: 'sending', share: 0 });
    try {
      const progress = (share: number) => onScan({ state: 'sending', share });
      const answer = await uploadFile('intake', file, progress, controller.signal);
      onScan({ state: 'ready', answer, name: file.name.slice(-200) });
    } catch (caught) {
      onScan({ state: 'refused', why: caught instanceof Problem ? caught : 'errors.notSaved' });
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
      error={error ?? (scan.state === 'refused' && scanError(scan, say, language))}
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
        {scan.state !== 'none' && (
          <Button variant="subtle" onClick={stop}>
            {say('register.scanRemove')}
          </Button>
        )}
        {scan.state === 'sending' && <progress value={scan.share} aria-labelledby={describedBy} />}
      </div>
    </Input.Wrapper>
  );
}
