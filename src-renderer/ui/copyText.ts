/**
 * Puts a text on the clipboard by the old command, which needs a click and nothing else: pages of ours
 * are given no permissions at all, not even this one.
 */
export const copyText = (text: string): boolean => {
  if (typeof document.execCommand !== 'function') return false;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'offscreen';
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
};
