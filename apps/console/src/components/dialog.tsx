import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

interface Props {
  readonly title: string;
  /** By Esc; without it, only an answer closes it. */
  readonly onClose?: () => void;
  /** Nothing behind it can be read. */
  readonly covering?: boolean;
  readonly children: ReactNode;
}

/** Over everything, while it is there. The focus is on its first button, and goes back afterwards. */
export function Dialog({ title, onClose, covering = false, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-covering={covering}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // A second Esc closes it whatever was said to the first.
      onClose={() => (onClose ? onClose() : dialog.current?.showModal())}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

export const DialogButtons = ({ children }: { children: ReactNode }) => (
  <div className={classes.buttons}>{children}</div>
);
