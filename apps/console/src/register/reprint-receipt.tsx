import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { words } from '@minh-bach/contracts/browser';
import type { IntakeMatter } from '../api/types.ts';
import { useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { ReceiptPaper } from './receipt-paper.tsx';
import classes from './receipt-paper.module.css';

/** The receipt once more, for the desk: the page with the code may be gone, and nobody keeps the code. */
export function ReprintReceipt({ intake }: { intake: IntakeMatter }) {
  const say = useSay();
  const { has } = useSession();
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const done = () => setIsPrinting(false);
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [isPrinting]);
  if (!has('receiver', 'denunciation-officer')) return null;
  const { number, unit, receivedOn, registeredAt, isDenunciation, declaredKind } = intake;
  return (
    <div className="no-print">
      <Button variant="default" size="xs" mt="sm" onClick={() => setIsPrinting(true)}>
        {say(
          words('In lại giấy biên nhận (không có mã)', 'Print the receipt again (without code)'),
        )}
      </Button>
      {isPrinting &&
        createPortal(
          <div className={classes.alone}>
            <ReceiptPaper
              {...{ number, receivedOn, registeredAt }}
              unit={unit.name}
              kind={isDenunciation ? 'denunciation' : declaredKind}
            />
          </div>,
          document.body,
        )}
    </div>
  );
}
