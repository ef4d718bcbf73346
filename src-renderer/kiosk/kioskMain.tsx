/**
 * Where the kiosk's page starts. It shares the tokens, the words and the questions with the app, and none of its screens:
 * it has no cache of answers, no places and no way to ask for anything but a survey.
 */
import '@fontsource-variable/figtree/wght.css';
import '../app/tokens.css';
import './kiosk.css';
import { createRoot } from 'react-dom/client';
import { holdStill } from './holdStill.ts';
import { Kiosk } from './Kiosk.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('kiosk.html has no #root');
holdStill();
createRoot(root).render(<Kiosk />);
