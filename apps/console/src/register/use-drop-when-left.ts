import { useEffect, useRef } from 'react';
import { dropUpload } from '../api/upload.ts';
import type { Scan } from './scan.ts';

/** Left without a registration, the form takes its scan back; one that was registered stays. */
export function useDropWhenLeft(scan: Scan): void {
  const last = useRef(scan);
  last.current = scan;
  useEffect(
    () => () => {
      if (last.current.state === 'ready') dropUpload('intake', last.current.answer);
    },
    [],
  );
}
