import { useEffect } from 'react';
import { useSay } from '../../i18n/language.tsx';
import classes from './identity.module.css';

export interface Scan {
  readonly url: string;
  readonly type: string;
}

/** A picture is shown; a PDF is saved. @param name of the file that is saved, without its ending */
export function OpenedScan({ scan, alt, name }: { scan: Scan; alt: string; name: string }) {
  const say = useSay();
  useEffect(() => () => URL.revokeObjectURL(scan.url), [scan]);
  return scan.type.startsWith('image/') ? (
    <img className={classes.scan} src={scan.url} alt={alt} />
  ) : (
    <p>
      <a href={scan.url} download={`${name}.pdf`}>
        {say('identity.saveFile')}
      </a>
    </p>
  );
}
