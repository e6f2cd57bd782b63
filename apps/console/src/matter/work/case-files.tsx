import { words } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../api/call.ts';
import type { CaseMatter } from '../../api/types.ts';
import { ProblemAt } from '../../components/problem-at.tsx';
import { fileSize, fileType } from '../../i18n/files.ts';
import { useLanguage, useSay } from '../../i18n/language.tsx';
import { OpenedScan, type Scan } from '../identity/opened-scan.tsx';
import { useReveal } from '../identity/use-reveal.ts';
import { Watermarked } from '../identity/watermarked.tsx';
import classes from '../matter.module.css';
import { folioWords } from './piece.tsx';

type File = CaseMatter['evidence'][number]['files'][number];

/** The files of one record. Each opens on purpose: the server writes down who and when, then answers. */
export function CaseFiles({
  number,
  item,
  files,
  opens,
}: {
  number: string;
  item: number;
  files: readonly File[];
  opens: boolean;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const { revealed, reveal, hide } = useReveal<Scan & { place: number; at: string }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const open = async (place: number, { type }: File, original: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const response = await ask(`/investigation/cases/${number}/file-openings`, {
        method: 'POST',
        body: { item, file: place, original },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
      const url = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type }));
      reveal({ url, type, place, at: new Date().toISOString() });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <ul className={classes.caseFiles}>
        {files.map((file, i) => {
          const of = say(folioWords(file.folio));
          return (
            <li key={file.folio.from}>
              <span>
                {of} · {fileType(file.type)}, {fileSize(file.size, language)}
              </span>
              {opens && (
                <span className={classes.fileButtons}>
                  <Button
                    variant="default"
                    size="sm"
                    aria-disabled={busy}
                    aria-label={`${say(OPEN)}: ${of}`}
                    onClick={() => void open(i + 1, file, false)}
                  >
                    {say(OPEN)}
                  </Button>
                  <Button
                    variant="subtle"
                    size="sm"
                    aria-disabled={busy}
                    aria-label={`${say(ORIGINAL)}: ${of}`}
                    onClick={() => void open(i + 1, file, true)}
                  >
                    {say(ORIGINAL)}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {opens && <p className={classes.barMeta}>{say(LOGGED)}</p>}
      <ProblemAt problem={problem} />
      {revealed && (
        <Watermarked at={revealed.at} onHide={hide}>
          <OpenedScan
            scan={revealed}
            alt={say(folioWords(files[revealed.place - 1]!.folio))}
            name={`${number}-${files[revealed.place - 1]!.folio.from}`}
          />
        </Watermarked>
      )}
    </>
  );
}

const OPEN = words('Xem', 'Show');
const ORIGINAL = words('Mở tệp gốc', 'Open the original');
const LOGGED = words('Mỗi lần mở đều được ghi nhật ký.', 'Each opening is logged.');
