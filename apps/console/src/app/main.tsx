import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './providers.tsx';
import { watchPresence } from '../session/presence.ts';
import { reloadWhenRestored } from '../session/signed-out.ts';
import '../styles/fonts.css';
import '../styles/mantine.css';
import '../styles/tokens.css';
import '../styles/mantine-roles.css';
import '../styles/print.css';
import './coming.css';

reloadWhenRestored();
watchPresence();

const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');
// In pieces, between which the browser may do something else.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  ),
);
