import { words } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DisclosedIdentity, ResponseMatter } from '../../api/types.ts';
import { dayMonthYear } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import classes from './mailing.module.css';

interface Props {
  readonly sender: NonNullable<DisclosedIdentity['sender']>;
  readonly response: ResponseMatter;
}

/** Prints the covering letter and the envelope, while the identity is open; nothing of them is kept. */
export function Mailing({ sender, response }: Props) {
  const say = useSay();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    const root = document.documentElement;
    root.dataset['printing'] = 'mailing';
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      delete root.dataset['printing'];
      window.removeEventListener('afterprint', done);
    };
  }, [isPrinting]);
  return (
    <>
      <Button variant="default" onClick={() => setPrinting(true)}>
        {say(words('In công văn và phong bì', 'Print covering letter and envelope'))}
      </Button>
      {isPrinting && createPortal(<Paper sender={sender} response={response} />, document.body)}
    </>
  );
}

/** In Vietnamese, as official papers are. */
function Paper({ sender, response: { unit, decision, petitions } }: Props) {
  const of = unit.name.vi;
  if (!decision) return null;
  const on = dayMonthYear(decision.issuedOn);
  return (
    <div className={classes.mailing} lang="vi">
      <section className={classes.letter}>
        <div className={classes.heads}>
          <p>
            {of}
            <br />
            Số: ……
          </p>
          <p>
            <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
            <br />
            <strong>Độc lập - Tự do - Hạnh phúc</strong>
            <br />
            <em>……, ngày … tháng … năm ……</em>
          </p>
        </div>
        <p className={classes.about}>V/v gửi quyết định giải quyết đơn</p>
        <p>
          Kính gửi: <strong>{sender.name}</strong>
        </p>
        {sender.address !== null && <p>Địa chỉ: {sender.address}</p>}
        <p>
          {of} gửi ông/bà Quyết định số {decision.decisionNumber} ngày {on} về việc giải quyết đơn
          số {petitions.join(', ')}.
        </p>
        <p>Đề nghị ông/bà ký xác nhận ngày nhận quyết định vào giấy báo phát hoặc biên nhận.</p>
        <p>Trân trọng.</p>
        <p className={classes.signature}>
          <strong>{decision.signer.name}</strong>
        </p>
      </section>
      <section className={classes.envelope}>
        <p>Nơi gửi: {of}</p>
        <div className={classes.to}>
          <p>
            Kính gửi: <strong>{sender.name}</strong>
          </p>
          {sender.address !== null && <p>{sender.address}</p>}
          {sender.phone !== null && <p>Điện thoại: {sender.phone}</p>}
        </div>
      </section>
    </div>
  );
}
