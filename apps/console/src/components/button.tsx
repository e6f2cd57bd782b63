import type { ComponentProps } from 'react';
import classes from './button.module.css';

/** A plain button, for what visitors load too. */
export const Button = ({ primary, ...rest }: ComponentProps<'button'> & { primary?: boolean }) => (
  <button type="button" className={classes.button} data-primary={primary} {...rest} />
);
