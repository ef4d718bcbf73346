/**
 * Whether Ctrl+Z belongs to the text under the cursor: it does while there is any, as everywhere else, unless the text
 * has just been saved as it stands (`data-settled`): then what was done last is the saving.
 */
export const hasTextToUndo = (focused: Element | null): boolean => {
  if (focused instanceof HTMLElement && focused.dataset.settled !== undefined) return false;
  if (focused instanceof HTMLTextAreaElement) return focused.value !== '';
  // A cell of a table nobody has typed into: the last thing done was something else.
  if (focused instanceof HTMLInputElement && focused.dataset.untouched === 'true') return false;
  if (focused instanceof HTMLInputElement) return isTyped(focused) && focused.value !== '';
  return focused instanceof HTMLElement && focused.isContentEditable;
};

/** Buttons, boxes and radio buttons have a value too, but nobody typed it. */
const isTyped = ({ type }: HTMLInputElement): boolean =>
  !['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'].includes(type);
