import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** To the page of a matter. */
export function useGoTo(): (number: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (number) => void navigate({ to: '/ho-so/$number', params: { number } }),
    [navigate],
  );
}
