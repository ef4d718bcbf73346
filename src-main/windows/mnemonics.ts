/**
 * Letters for Alt in menus of Windows and Linux, marked by `&`. Chosen here and not by translators: a menu is put
 * together from commands of many hands, and no two of its items may have the same letter.
 */

const isPlain = (letter: string): boolean => /^[a-z0-9]$/i.test(letter);

/** Positions of a label by how well they are remembered: the first letter, beginnings of words, the rest. */
const candidates = (label: string): number[] => {
  const all = Array.from(label, (_letter, at) => at).filter((at) => isPlain(label[at] ?? ''));
  const begins = (at: number) => at === 0 || label[at - 1] === ' ';
  return [...all.filter(begins), ...all.filter((at) => !begins(at))];
};

/** The labels of one menu with their letters. Only letters that every keyboard has; a label may go without. */
export const withMnemonics = (labels: readonly string[]): string[] => {
  const taken = new Set<string>();
  return labels.map((label) => {
    const at = candidates(label).find((position) => !taken.has((label[position] ?? '').toLowerCase()));
    const escaped = (text: string) => text.replaceAll('&', '&&');
    if (at === undefined) return escaped(label);
    taken.add((label[at] ?? '').toLowerCase());
    return `${escaped(label.slice(0, at))}&${escaped(label.slice(at))}`;
  });
};
