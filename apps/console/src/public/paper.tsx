import { useSay } from '../i18n/language.tsx';
import type { PaperForm } from './content/papers.ts';
import { useSite } from './site.tsx';
import classes from './paper.module.css';

/** A form as it is signed: in Vietnamese, with what was typed, and dots where nothing was. */
export function Paper({
  form,
  values = {},
}: {
  form: PaperForm;
  values?: Readonly<Record<string, string>>;
}) {
  const say = useSay();
  const { isTrial } = useSite();
  const given = (key: string) => (values[key] ?? '').trim();
  return (
    <div className={classes.paper} lang="vi" role="group" aria-label={form.title}>
      <div className={classes.head}>
        <p>
          <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
        </p>
        <p>
          <strong className={classes.motto}>Độc lập - Tự do - Hạnh phúc</strong>
        </p>
        <p className={classes.date}>………………, ngày …… tháng …… năm …………</p>
      </div>
      <p className={classes.title}>{form.title}</p>
      {form.isAddressed && <Row label="Kính gửi" value={given('to')} rows={1} />}
      {form.lines.map(({ key, label, rows }) => (
        <Row key={key} label={label} value={given(key)} rows={rows} />
      ))}
      <div className={classes.signers}>
        {form.signers.map((signer) => (
          <p key={signer}>
            <strong>{signer.toUpperCase()}</strong>
            <br />
            <i>(ký, ghi rõ họ tên hoặc điểm chỉ)</i>
          </p>
        ))}
      </div>
      {form.closing !== undefined && <p className={classes.title}>{form.closing}</p>}
      {isTrial && <p className={classes.trial}>{say('site.trial')}</p>}
    </div>
  );
}

function Row({ label, value, rows }: { label: string; value: string; rows: number }) {
  return (
    <div className={classes.row}>
      <p>
        {label}: {value !== '' && <span className={classes.written}>{value}</span>}
      </p>
      {value === '' && (
        <div aria-hidden="true">
          {Array.from({ length: rows }, (_, i) => (
            <div key={i} className={classes.dots} />
          ))}
        </div>
      )}
    </div>
  );
}
