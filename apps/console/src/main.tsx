import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { watchPresence } from './session/presence.ts';
import { reloadWhenRestored } from './session/sign-in.ts';
import './styles/fonts.css';
import './styles/mantine.css';
import './styles/tokens.css';
import './styles/print.css';

reloadWhenRestored();
watchPresence();

const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
