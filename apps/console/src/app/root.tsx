import { Outlet } from '@tanstack/react-router';
import { LeaveDialog } from '../leave/leave-dialog.tsx';

/** Around every page. */
export const Root = () => (
  <>
    <Outlet />
    <LeaveDialog />
  </>
);
