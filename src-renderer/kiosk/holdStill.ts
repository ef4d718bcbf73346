/**
 * What a hand can do to any page and not to this one: drag something in or out, paste what the shop copied elsewhere,
 * open a menu, move the page about. Keys are main's business.
 */

const REFUSED = [
  'dragstart',
  'dragenter',
  'dragover',
  'drop',
  'paste',
  'copy',
  'cut',
  'contextmenu',
] as const;

interface VirtualKeyboard {
  overlaysContent: boolean;
}

export const holdStill = (): void => {
  for (const name of REFUSED) window.addEventListener(name, (event) => event.preventDefault(), true);
  // Ctrl and the wheel, or two fingers.
  window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  // The system's keyboard lies over the lower half, where nothing stands that is needed while writing.
  const { virtualKeyboard } = navigator as Navigator & { virtualKeyboard?: VirtualKeyboard };
  if (virtualKeyboard) virtualKeyboard.overlaysContent = true;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    // Under this name the tokens know it.
    document.documentElement.dataset.mantineColorScheme = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
};
