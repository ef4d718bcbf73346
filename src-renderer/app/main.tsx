/** Where the window's page starts. */
import '@fontsource-variable/figtree/wght.css';
import './mantineStyles.ts';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Providers } from './Providers.tsx';
import { watchForDefects } from './reportDefect.ts';

watchForDefects();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <Providers>
    <App />
  </Providers>,
);
