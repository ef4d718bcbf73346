/** Where the window's page starts. */
import '@fontsource-variable/figtree/wght.css';
import './mantineStyles.ts';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { followEvents, makeQueryClient } from '../api/queryClient.ts';
import { readAppState } from '../api/shop.tsx';
import { App } from './App.tsx';
import { Providers } from './Providers.tsx';
import { watchForDefects } from './reportDefect.ts';

watchForDefects();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const client = makeQueryClient();
followEvents(client);
// Drawn once, with the answer at hand: an empty drawing before it would only put the question off.
void readAppState(client).then(() =>
  createRoot(root).render(
    <Providers client={client}>
      <App />
    </Providers>,
  ),
);
